package interleave.timeline.layout;

import interleave.timeline.PipeTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Pipes in words: what they are called, and amounts of bytes. */
public final class PipeText {
  private static final Words WORDS = Words.of("timeline/pipes");
  private static final double KILO = 1000;

  private PipeText() {}

  /** {@code Output of nslookup}; {@code ls → sort} where both ends were recorded. */
  public static String title(Timeline timeline, PipeTrack pipe) {
    if (isBetween(timeline, pipe)) {
      String own = name(timeline.processes().get(pipe.process()));
      boolean in = pipe.stream() == PipeTrack.Stream.INPUT;
      String other = child(timeline, pipe);
      return WORDS.get("title.between", in ? own : other, in ? other : own);
    }
    return WORDS.get("title." + pipe.stream(), child(timeline, pipe));
  }

  /**
   * Whether it leads to some process, and not to a standard stream of a child: who only saw its
   * calls from outside does not know more.
   */
  public static boolean isBetween(Timeline timeline, PipeTrack pipe) {
    return pipe.child() >= 0
        && (timeline.processes().get(pipe.child()).parent() != pipe.process()
            || !timeline.processes().get(pipe.process()).tellsRunning());
  }

  /**
   * The pipes that are the end at which is written of one whose other end was recorded, too: all
   * came out again that went in.
   */
  public static Set<Integer> toldAtTheOtherEnd(Timeline timeline) {
    Map<List<Long>, PipeTrack> readers = new HashMap<>();
    for (PipeTrack pipe : timeline.pipes()) {
      if (pipe.stream() != PipeTrack.Stream.INPUT && pipe.bytes() > 0) {
        readers.put(ends(pipe.child(), pipe.process(), pipe), pipe);
      }
    }
    Set<Integer> told = new HashSet<>();
    for (PipeTrack pipe : timeline.pipes()) {
      if (pipe.other() >= 0) {
        if (pipe.stream() == PipeTrack.Stream.INPUT) {
          told.add(pipe.index());
        }
      } else if (pipe.stream() == PipeTrack.Stream.INPUT
          && readers.remove(ends(pipe.process(), pipe.child(), pipe)) != null) {
        told.add(pipe.index());
      }
    }
    return told;
  }

  private static List<Long> ends(int from, int to, PipeTrack pipe) {
    return List.of((long) from, (long) to, pipe.bytes());
  }

  /** What the child is called. */
  public static String child(Timeline timeline, PipeTrack pipe) {
    int child = pipe.child();
    return child < 0 ? WORDS.get("unknown.child") : name(timeline.processes().get(child));
  }

  /** The program's name without its arguments, which may be long. */
  private static String name(ProcessTrack process) {
    String name = process.name();
    if (process.origin().method().equals("fork")) {
      return name; // copy of it
    }
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
