package dev.holdfast.orders.payment.stripe;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of Stripe's API that an order needs. */
@RegisterRestClient(configKey = "payments")
@RegisterProvider(StripeErrors.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${holdfast.payments.key}")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
interface StripeApi {

    @POST
    @Path("/payment_intents")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<PaymentIntent> create(@HeaderParam("Idempotency-Key") String key, Form intent);

    @POST
    @Path("/payment_intents/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<PaymentIntent> cancel(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, Form reason);

    @POST
    @Path("/payment_intents/{id}/capture")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<PaymentIntent> capture(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, Form amount);

    @POST
    @Path("/refunds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<StripeRefund> refund(@HeaderParam("Idempotency-Key") String key, Form refund);

    @GET
    @Path("/payment_intents/{id}")
    Uni<PaymentIntent> get(@PathParam("id") String id);

    @GET
    @Path("/payment_intents/search")
    Uni<Found> search(@QueryParam("query") String query);
}
