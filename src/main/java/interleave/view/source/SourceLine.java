package interleave.view.source;

import java.util.List;
import java.util.stream.Collectors;

/** One line, counted from 1. */
record SourceLine(int number, List<Token> tokens) {
  String text() {
    return tokens.stream().map(Token::text).collect(Collectors.joining());
  }
}
