package dev.holdfast.e2e.planted;

import static java.util.stream.Collectors.toMap;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.util.Map;
import java.util.function.Function;

/** Puts the methods of one version of a class into another that has more to it. */
final class Graft {

    private Graft() {}

    /**
     * All but the constructors: Quarkus has added one of its own.
     *
     * @param known gives the classes that these name
     */
    static byte[] onto(byte[] host, byte[] donor, ClassLoader known) {
        var classes = ClassHierarchyResolver.ofResourceParsing(known);
        var files = ClassFile.of(ClassHierarchyResolverOption.of(classes));
        Map<String, MethodModel> methods =
                files.parse(donor).methods().stream()
                        .filter(m -> !m.methodName().equalsString(ConstantDescs.INIT_NAME))
                        .collect(toMap(Graft::signature, Function.identity()));
        return files.transformClass(
                files.parse(host),
                ClassTransform.dropping(
                                element ->
                                        element instanceof MethodModel method
                                                && methods.containsKey(signature(method)))
                        .andThen(
                                ClassTransform.endHandler(
                                        builder -> methods.values().forEach(builder::with))));
    }

    private static String signature(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }
}
