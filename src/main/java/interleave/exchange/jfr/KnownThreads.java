package interleave.exchange.jfr;

import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import interleave.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a runtime by the keys that its chunks have for them. A chunk that is cut off does
 * not say who they are, but one before it may have.
 */
final class KnownThreads {
  private static final Words WORDS = Words.of("exchange/jfr");

  private final Map<Long, IntakeThread> byKey = new HashMap<>();

  void add(long key, IntakeThread thread) {
    byKey.put(key, thread);
  }

  /** The thread of a key of which the chunk tells nothing. */
  IntakeThread unnamed(long key, IntakeProcess process) throws IOException {
    @Nullable IntakeThread known = byKey.get(key);
    if (known == null) {
      known = process.row(0, WORDS.get("unnamed", Long.toString(key)), 0);
      byKey.put(key, known);
    }
    return known;
  }

  /** What comes next is of another runtime. */
  void clear() {
    byKey.clear();
  }
}
