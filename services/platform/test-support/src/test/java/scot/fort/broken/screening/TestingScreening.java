package scot.fort.broken.screening;

import scot.fort.platform.testing.Answer;

/** A feature that leans on what is made for tests. */
record TestingScreening(Answer answer) {}
