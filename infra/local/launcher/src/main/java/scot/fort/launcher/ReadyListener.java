package scot.fort.launcher;

import scot.fort.local.Part;

/** Hears of each part that begins to answer. */
@FunctionalInterface
public interface ReadyListener {
    void ready(Part part);
}
