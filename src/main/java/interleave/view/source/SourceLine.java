package interleave.view.source;

import java.util.List;

/** One line, counted from 1. */
record SourceLine(int number, List<Token> tokens) {}
