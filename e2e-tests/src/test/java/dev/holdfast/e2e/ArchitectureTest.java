package dev.holdfast.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * The directions in which the modules may know each other: contracts ← courier ← jobs ← services.
 */
@AnalyzeClasses(
        packages = "dev.holdfast",
        importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

    private static final String[] SERVICES = {
        "dev.holdfast.gateway..",
        "dev.holdfast.orders..",
        "dev.holdfast.notifications..",
        "dev.holdfast.scheduler.."
    };

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "jakarta..",
        "org.hibernate..",
        "io.smallrye..",
        "com.rabbitmq..",
        "org.apache.kafka..",
        "java.sql..",
        "javax.sql..",
        "com.fasterxml.jackson.databind.."
    };

    @ArchTest
    static final ArchRule contractsKnowNobody =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.contracts..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "dev.holdfast.contracts..",
                            "java..",
                            "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule courierKnowsNoService =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.courier..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SERVICES)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.holdfast.jobs..", "dev.holdfast.devstack..");

    @ArchTest
    static final ArchRule jobsKnowNoService =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.jobs..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SERVICES)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.holdfast.devstack..");

    @ArchTest
    static final ArchRule theStackKnowsNoService =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.devstack..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SERVICES)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.holdfast.courier..", "dev.holdfast.jobs..");

    /** Who judges the suite shares nothing with it. */
    @ArchTest
    static final ArchRule theAuditorKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage("dev.holdfast.auditor..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.holdfast..")
                                    .and(not(resideInAPackage("dev.holdfast.auditor.."))));

    @ArchTest
    static final ArchRule noServiceKnowsAnother =
            SlicesRuleDefinition.slices()
                    .matching("dev.holdfast.(gateway|orders|notifications|scheduler)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule servicesDoNotKnowTheStack =
            noClasses()
                    .that()
                    .resideInAnyPackage(SERVICES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.holdfast.devstack..");

    @ArchTest
    static final ArchRule theRulesOfTheBusinessArePure =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.holdfast.orders.order", "dev.holdfast.notifications.rule")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)$");

    @ArchTest
    static final ArchRule noPackageForWhatHasNoPlace =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..", "..utils..", "..common..", "..impl..", "..helper..");
}
