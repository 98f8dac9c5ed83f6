package scot.fort.platform.testing;

import scot.fort.local.Addresses;

/** A way to have the real parts: as processes of this machine, or in containers. */
interface StackSource {

    /** Aborts the test that asks, with a sentence that says why, when the parts cannot be had here. */
    void requireAvailable();

    /** Starts the parts, or finds those that run already, and returns when all of them answer. */
    Addresses start();
}
