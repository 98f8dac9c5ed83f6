package scot.fort.platform.service.parked.web;

import scot.fort.platform.messaging.consume.DiscardReason;

/** Why a parked event is discarded. */
record DiscardParkedRequest(DiscardReason reason) {}
