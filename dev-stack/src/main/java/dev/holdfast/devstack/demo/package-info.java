/**
 * The demo: some three hundred orders through the REST API, from the first request to the last
 * mail. A client like any other; it knows the API and nothing of the services.
 */
package dev.holdfast.devstack.demo;
