package interleave.exchange.chrome;

import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The frames of stacks, as {@code stackFrames} tells them beside the events: each has a key, by
 * which events and other frames name it, and the frame that it was called from.
 */
final class StackFrames {
  private static final int MOST = 1 << 18;
  private static final int MOST_DEPTH = 512;

  /** A key or a name is no longer than that. */
  static final int LONGEST = 300;

  private static final int LONGEST_TEXT = 1500;
  private static final String CALLED_FROM = " ← ";

  /** As Go and others write a place in the source. */
  private static final Pattern AT_LINE = Pattern.compile("(.+):(\\d{1,8})");

  private final Members members = new Members();
  private final Map<String, Frame> byKey = new HashMap<>();

  /**
   * A frame.
   *
   * @param category mostly the library that the function is of
   * @param caller key of the frame that it was called from; "" at the root
   */
  record Frame(String name, String category, String caller) {
    private int site(IntakeProcess process) {
      Matcher place = AT_LINE.matcher(name);
      return place.matches()
          ? process.site(category, place.group(1), "", Integer.parseInt(place.group(2)))
          : process.site(category, name, "", 0);
    }
  }

  /** Keeps a frame, of which there are so many at most. */
  void add(Batch batch, int base) {
    String name = "";
    String category = "";
    String caller = "";
    members.over(batch, batch.fields[base + Batch.ARGS]);
    while (members.next()) {
      switch (JsonText.of(batch, members.key(), LONGEST)) {
        case "name" -> name = JsonText.of(batch, members.value(), LONGEST);
        case "category" -> category = JsonText.of(batch, members.value(), LONGEST);
        case "parent" -> caller = JsonText.of(batch, members.value(), LONGEST);
        default -> {
          // about the frame itself no viewer shows more
        }
      }
    }
    if (byKey.size() < MOST) {
      byKey.put(
          JsonText.of(batch, batch.fields[base + Batch.ID], LONGEST),
          new Frame(name, category, caller));
    }
  }

  /** The stack of which that is the innermost frame, innermost first; empty where it is nowhere. */
  private List<Frame> frames(String key) {
    List<Frame> frames = new ArrayList<>();
    @Nullable Frame frame = byKey.get(key);
    while (frame != null && frames.size() < MOST_DEPTH) {
      frames.add(frame);
      frame = byKey.get(frame.caller);
    }
    return frames;
  }

  /** That stack in one line, innermost first; "" where it is nowhere. */
  String text(String key) {
    String all = frames(key).stream().map(Frame::name).collect(Collectors.joining(CALLED_FROM));
    return Texts.shown(all, LONGEST_TEXT);
  }

  /** The id of that stack in a process; 0 where it is nowhere. */
  int stack(String key, IntakeProcess process) {
    int stack = 0;
    for (Frame frame : frames(key).reversed()) {
      stack = process.stack(frame.site(process), stack);
    }
    return stack;
  }
}
