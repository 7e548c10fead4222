package dev.holdfast.gateway.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The OpenAPI document as the gateway serves it. */
record Document(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** One operation, with the roles of which one is needed. */
    record Operation(String method, String path, Set<String> roles) {

        /** The path with something in the place of its parameters. */
        String somewhere() {
            return path.replace("{id}", "00000000-0000-7000-8000-000000000000")
                    .replace("{sku}", "NO-SUCH");
        }

        @Override
        public String toString() {
            return "%s %s".formatted(method.toUpperCase(Locale.ROOT), path);
        }
    }

    static Document served() throws IOException {
        var json = given().queryParam("format", "json").get("/q/openapi").asString();
        return new Document(new ObjectMapper().readTree(json));
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : root.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(
                            new Operation(
                                    method.getKey(), path.getKey(), roles(method.getValue())));
                }
            }
        }
        return operations;
    }

    Set<String> fieldsOf(String schema) {
        var fields = new HashSet<String>();
        root.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(fields::add);
        return fields;
    }

    private Set<String> roles(JsonNode operation) {
        var security = operation.has("security") ? operation.get("security") : root.get("security");
        var roles = new HashSet<String>();
        security.get(0).get("token").forEach(role -> roles.add(role.textValue()));
        return roles;
    }
}
