package interleave.view.console;

import java.util.ArrayList;
import java.util.List;

/** The lines that were typed, to be typed again, as a shell has them: Up is older, Down newer. */
final class InputHistory {
  private static final int MOST = 200;

  private final List<String> lines = new ArrayList<>();
  private int at;
  private String draft = "";

  /** A line was sent. One that is sent twice in a row is kept once. */
  void sent(String line) {
    if (!line.isEmpty() && (lines.isEmpty() || !lines.getLast().equals(line))) {
      lines.add(line);
      if (lines.size() > MOST) {
        lines.removeFirst();
      }
    }
    at = lines.size();
    draft = "";
  }

  /** The line before; {@code now} is what stands in the field, and comes back at the end. */
  String older(String now) {
    if (at == lines.size()) {
      draft = now;
    }
    at = Math.max(0, at - 1);
    return lines.isEmpty() ? now : lines.get(at);
  }

  /** The line after, at last what was begun. */
  String newer(String now) {
    if (at >= lines.size()) {
      return now;
    }
    at++;
    return at == lines.size() ? draft : lines.get(at);
  }
}
