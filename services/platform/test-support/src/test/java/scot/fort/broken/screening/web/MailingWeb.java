package scot.fort.broken.screening.web;

import jakarta.mail.Session;

/** Mail in the adapter of HTTP. */
record MailingWeb(Session session) {}
