package interleave.timeline.layout;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Locale;

/** Names as a learner knows them. */
public final class LearnerNames {
  private static final Words WORDS = Words.of("timeline/draw");

  private LearnerNames() {}

  /** Without what compilers make up: {@code <clinit>} is nothing that one wrote. */
  public static String plain(String label) {
    return label.startsWith("<") ? "" : label;
  }

  /**
   * What a value is called where there is room for little: {@code A1} for {@code 'A1'}. Quotes tell
   * a text from a number, and would leave a bead with nothing else.
   */
  public static String value(String preview) {
    int last = preview.length() - 1;
    char first = preview.isEmpty() ? 0 : preview.charAt(0);
    boolean quoted = last > 1 && (first == '\'' || first == '"') && preview.charAt(last) == first;
    return quoted ? preview.substring(1, last) : preview;
  }

  /**
   * What a thread is called away from its process' rows: as its process where it is the only thread
   * there, or the first one of a process that another one started.
   */
  public static String thread(Timeline timeline, ThreadLane lane) {
    ProcessTrack process = timeline.processes().get(lane.process());
    if (timeline.processes().size() == 1) {
      return lane.name();
    }
    int threads = 0;
    boolean first = false;
    for (int index : process.lanes()) {
      ThreadLane each = timeline.lanes().get(index);
      if (!each.service() && threads++ == 0) {
        first = index == lane.index();
      }
      if (threads > 1) {
        break;
      }
    }
    boolean stands = first && (threads == 1 || process.parent() >= 0);
    return stands ? process.name() : lane.name();
  }

  /**
   * {@code Lock balance}; not {@code Lock lock}, and {@code Process pool} as it is. The kind is an
   * English word, which names the key of its word in {@code timeline/draw}.
   */
  public static String title(String kind, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals(kind.toLowerCase(Locale.ROOT)) || name.isBlank()) {
      return WORDS.get("kind." + kind);
    }
    return lower.endsWith(" " + kind.toLowerCase(Locale.ROOT))
        ? name
        : WORDS.get("named", WORDS.get("kind." + kind), name);
  }
}
