/** The mail provider of a laptop: takes mail over SMTP, keeps it as files, and shows it as JSON. */
package dev.holdfast.devstack.mail;
