package interleave.timeline.draw;

import java.util.ArrayList;
import java.util.List;

/** Words in several lines, broken at spaces and between Chinese letters. */
public final class BrokenLines {
  private BrokenLines() {}

  /**
   * Lines no wider than that.
   *
   * @param most how many there may be; the last one takes what is left
   */
  public static List<String> of(
      TextMetrics metrics, Face face, String text, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (metrics.width(face, rest) > room && lines.size() < most - 1) {
      int end = metrics.fitted(face, rest, room).length() - 1;
      int at = Math.max(1, end);
      while (at > 1 && !breaks(rest, at)) {
        at--;
      }
      at = at > 1 ? at : Math.max(1, end);
      lines.add(rest.substring(0, at).strip());
      rest = rest.substring(at).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static boolean breaks(String text, int at) {
    char before = text.charAt(at - 1);
    return before == ' ' || Character.isIdeographic(before) && Character.isLetter(text.charAt(at));
  }
}
