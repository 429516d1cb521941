package interleave.timeline.compare;

import interleave.words.Words;
import java.util.Locale;

/** Of what sort of things a difference is, in the order in which they are told. */
public enum Section {
  RUN,
  PHASES,
  LOCKS,
  SYNCHRONIZERS,
  QUEUES,
  POOLS,
  VARIABLES,
  THREADS,
  SLICES;

  private static final Words WORDS = Words.of("timeline/compare");

  /** As in a summary. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return WORDS.get("section." + name());
  }
}
