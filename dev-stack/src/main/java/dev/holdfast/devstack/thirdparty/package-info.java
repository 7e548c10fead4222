/** What the stand-ins for third parties (payments, mail) share: small HTTP, faults on request. */
package dev.holdfast.devstack.thirdparty;
