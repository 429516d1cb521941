package interleave.view.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A line of arguments as a shell would part it: by blanks, except within quotes. */
public final class Arguments {
  private Arguments() {}

  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        open = true;
      } else if (Character.isWhitespace(c)) {
        if (open || !word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
          open = false;
        }
      } else {
        word.append(c);
      }
    }
    if (open || !word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** A line that {@link #split} parts into these again. */
  static String joined(List<String> words) {
    return words.stream().map(Arguments::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
    if (plain) {
      return word;
    }
    // Within one kind of quotes the other kind stands for itself.
    return Arrays.stream(word.split("(?<=\")|(?=\")", -1))
        .filter(part -> !part.isEmpty() || word.isEmpty())
        .map(part -> part.contains("\"") ? "'" + part + "'" : '"' + part + '"')
        .collect(Collectors.joining());
  }
}
