package dev.holdfast.devstack.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.devstack.thirdparty.Http;
import java.io.IOException;
import java.net.URLEncoder;

/** Calls a sandbox as a merchant's server calls Stripe. */
public record Merchant(String url) {

    public Http.Reply authorize(String key, String order, long amount, String method)
            throws IOException, InterruptedException {
        String form =
                "amount=%d&currency=eur&payment_method=%s&capture_method=manual&confirm=true"
                        + "&metadata[order_id]=%s";
        return post("/v1/payment_intents", key, form.formatted(amount, method, order));
    }

    public Http.Reply post(String path, String key, String form)
            throws IOException, InterruptedException {
        return Http.send(
                "POST",
                url + path,
                form,
                "Authorization",
                "Bearer " + PaymentsSandbox.KEY,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Idempotency-Key",
                key);
    }

    public Http.Reply get(String path) throws IOException, InterruptedException {
        return Http.send("GET", url + path, null, "Authorization", "Bearer " + PaymentsSandbox.KEY);
    }

    public JsonNode search(String order) throws IOException, InterruptedException {
        String query = URLEncoder.encode("metadata['order_id']:'%s'".formatted(order), UTF_8);
        return get("/v1/payment_intents/search?query=" + query).json().get("data");
    }

    public void fault(String json) throws IOException, InterruptedException {
        Http.send("POST", url + "/sandbox/faults", json);
    }

    /** How many intents of the order hold money. */
    public int live(String order) throws IOException, InterruptedException {
        return get("/sandbox/books?order_id=" + order).json().at("/orders/0/live").asInt();
    }
}
