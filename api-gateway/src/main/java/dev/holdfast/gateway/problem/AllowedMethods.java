package dev.holdfast.gateway.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each path offers: the Allow header that RFC 9110 demands of a 405. */
@Singleton
class AllowedMethods {

    private final List<Offer> offers;

    AllowedMethods(BeanManager beans) {
        this.offers =
                beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .map(Bean::getBeanClass)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .distinct()
                        .flatMap(AllowedMethods::offers)
                        .toList();
    }

    /** The methods of a path, as the header has them. */
    String of(String path) {
        return offers.stream()
                .filter(offer -> offer.path().matcher(path).matches())
                .map(Offer::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Offer> offers(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(
                        method ->
                                httpMethods(method)
                                        .map(name -> new Offer(pattern(root, method), name)));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value);
    }

    private static Pattern pattern(String root, Method method) {
        var path = method.getAnnotation(Path.class);
        String template = path == null ? root : root + path.value();
        return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?");
    }

    private record Offer(Pattern path, String method) {}
}
