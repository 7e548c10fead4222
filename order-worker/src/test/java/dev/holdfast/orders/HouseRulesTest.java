package dev.holdfast.orders;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.holdfast.orders", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule theRulesOfAnOrderArePlainJava =
            classes()
                    .that()
                    .resideInAPackage("..orders.order..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..", "dev.holdfast.contracts..", "dev.holdfast.orders.order..");

    @ArchTest
    static final ArchRule theRulesOfAnOrderAskNoClock =
            noClasses()
                    .that()
                    .resideInAPackage("..orders.order..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule onlyTheAdapterKnowsTheProvider =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..payment.stripe..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..payment.stripe..");

    @ArchTest
    static final ArchRule noRoomNeedsARoomThatNeedsIt =
            slices().matching("dev.holdfast.orders.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theStockKnowsItemsAndNoOrders =
            noClasses()
                    .that()
                    .resideInAPackage("..orders.stock..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..orders.order..",
                            "..orders.store..",
                            "..orders.payment..",
                            "..orders.saga..");
}
