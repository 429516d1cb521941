package interleave.timeline.layout;

import interleave.timeline.PipeTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Locale;

/** Pipes in words: what they are called, and amounts of bytes. */
public final class PipeText {
  private static final Words WORDS = Words.of("timeline/pipes");
  private static final double KILO = 1000;

  private PipeText() {}

  /** {@code Output of nslookup}. */
  public static String title(Timeline timeline, PipeTrack pipe) {
    return WORDS.get("title." + pipe.stream(), child(timeline, pipe));
  }

  /** What the child is called. */
  public static String child(Timeline timeline, PipeTrack pipe) {
    int child = pipe.child();
    return child < 0 ? WORDS.get("unknown.child") : name(timeline.processes().get(child));
  }

  /** The program's name without its arguments, which may be long. */
  private static String name(ProcessTrack process) {
    String name = process.name();
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** {@code 412 B}, {@code 1.05 MB}. */
  public static String bytes(long count) {
    if (count < KILO) {
      return count + " B";
    }
    boolean mega = count >= KILO * KILO;
    double size = count / (mega ? KILO * KILO : KILO);
    String digits =
        String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f", size);
    return digits + (mega ? " MB" : " kB");
  }
}
