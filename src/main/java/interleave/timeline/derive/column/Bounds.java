package interleave.timeline.derive.column;

import interleave.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of a recording is understood. A file of a few megabytes may tell of ten million threads,
 * and would take all memory; what goes beyond the bounds is left out, and that is said. No program
 * that was recorded comes near them where there is memory for it.
 */
public final class Bounds {
  private static final Words WORDS = Words.of("timeline/model");

  /** What there may be too much of: the bytes that one takes at most, and how many there may be. */
  public enum Of {
    PROCESSES(8 << 10, 50_000),
    THREADS(512, 4_000_000),
    OBJECTS(2 << 10, 1_000_000),
    STACKS(32, 16_000_000),
    TEXTS(2, Long.MAX_VALUE);

    final int bytes;
    final long most;

    Of(int bytes, long most) {
      this.bytes = bytes;
      this.most = most;
    }
  }

  /** What a text takes beside its characters. */
  private static final int EACH_TEXT = 64;

  private static final int FEWEST = 1000;

  private final long[] most = new long[Of.values().length];
  private final Set<Of> exceeded = EnumSet.noneOf(Of.class);
  private final long memory;
  private long texts;

  /**
   * @param memory bytes that there are
   */
  public Bounds(long memory) {
    this.memory = memory;
    for (Of each : Of.values()) {
      most[each.ordinal()] = Math.clamp(memory / 2 / each.bytes, FEWEST, each.most);
    }
  }

  /** Whether there is room for one more of those, whoever asks. */
  public boolean hasRoom(Of kind, int there) {
    return there < most[kind.ordinal()];
  }

  /** Whether there may be one more of those; if not, that is told from now on. */
  public boolean admits(Of kind, int there) {
    if (hasRoom(kind, there)) {
      return true;
    }
    exceeded.add(kind);
    return false;
  }

  /** The text, and none where there are too many that lie on the heap. */
  public @Nullable String fit(@Nullable String text) {
    if (text == null) {
      return null;
    }
    texts += text.length() + EACH_TEXT;
    if (texts <= most[Of.TEXTS.ordinal()]) {
      return text;
    }
    exceeded.add(Of.TEXTS);
    return null;
  }

  /** The same bounds, for reading once more. */
  public Bounds again() {
    return new Bounds(memory);
  }

  /** What was left out, one sentence each. */
  public List<String> problems() {
    return exceeded.stream().map(this::sentence).toList();
  }

  private String sentence(Of kind) {
    String count = String.format(Locale.ROOT, "%,d", most[kind.ordinal()]);
    return switch (kind) {
      case PROCESSES -> WORDS.get("bounds.processes", count);
      case THREADS -> WORDS.get("bounds.threads", count);
      case OBJECTS -> WORDS.get("bounds.objects", count);
      case STACKS -> WORDS.get("bounds.stacks", count);
      case TEXTS -> WORDS.get("bounds.texts", count);
    };
  }
}
