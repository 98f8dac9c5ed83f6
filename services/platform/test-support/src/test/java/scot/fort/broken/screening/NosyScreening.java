package scot.fort.broken.screening;

import scot.fort.neighbour.Neighbour;

/** A feature that knows another service. */
record NosyScreening(Neighbour neighbour) {}
