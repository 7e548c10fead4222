package dev.holdfast.gateway.ledger;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Gives a client its answer, the first time or again. */
public final class Receipts {

    private static final String REPLAYED = "Idempotent-Replayed";

    private Receipts() {}

    /** The answer as the ledger has it. */
    public static ResponseBuilder answer(Receipt receipt) {
        return headed(
                receipt,
                Response.status(receipt.answer().status())
                        .type(MediaType.APPLICATION_JSON)
                        .entity(receipt.answer().body()));
    }

    /** Something newer than the first answer, under its headers. */
    public static ResponseBuilder headed(Receipt receipt, ResponseBuilder answer) {
        receipt.answer().headers().forEach(answer::header);
        return receipt.replayed() ? answer.header(REPLAYED, "true") : answer;
    }
}
