package dev.holdfast.e2e.k8s;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A place in a YAML document, or one where nothing is: asking further there finds nothing again.
 */
record Node(Object value) {

    /** The documents of a text; two equal keys in one object are refused. */
    static List<Node> documents(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml = new Yaml(new SafeConstructor(options));
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                .filter(document -> document != null)
                .map(Node::new)
                .toList();
    }

    Node at(String... path) {
        Object here = value;
        for (String step : path) {
            here = here instanceof Map<?, ?> fields ? fields.get(step) : null;
        }
        return new Node(here);
    }

    boolean present() {
        return value != null;
    }

    /** As text; empty if nothing is here. */
    String text() {
        return value == null ? "" : value.toString();
    }

    int number() {
        return Integer.parseInt(text());
    }

    /** The items of a list; none if there is no list here. */
    List<Node> list() {
        return value instanceof List<?> items ? items.stream().map(Node::new).toList() : List.of();
    }

    List<String> texts() {
        return list().stream().map(Node::text).toList();
    }

    /** The fields of an object; none if there is no object here. */
    Map<String, Node> fields() {
        var fields = new LinkedHashMap<String, Node>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> fields.put(name.toString(), new Node(child)));
        }
        return fields;
    }

    /** What stands under a field of this name, here or anywhere below. */
    Stream<Node> everywhere(String name) {
        Stream<Node> below =
                Stream.concat(fields().values().stream(), list().stream())
                        .flatMap(child -> child.everywhere(name));
        Node own = at(name);
        return own.present() ? Stream.concat(Stream.of(own), below) : below;
    }
}
