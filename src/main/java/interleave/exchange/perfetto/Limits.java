package interleave.exchange.perfetto;

/** What is too much to be kept in memory, whatever a file claims. */
final class Limits {
  private static final int MOST_TRACKS = 1_000_000;
  private static final int MOST_SEQUENCES = 200_000;
  private static final int MOST_MACHINES = 200;
  private static final long MOST_NAMES = 64L << 20;

  /** What a name takes beside its characters. */
  private static final int NAME = 96;

  private int tracks;
  private int sequences;
  private int machines;
  private long names;

  void track() {
    if (++tracks > MOST_TRACKS) {
      throw new TooMuchException("tracks", MOST_TRACKS);
    }
  }

  void sequence() {
    if (++sequences > MOST_SEQUENCES) {
      throw new TooMuchException("sequences", MOST_SEQUENCES);
    }
  }

  void machine() {
    if (++machines > MOST_MACHINES) {
      throw new TooMuchException("machines", MOST_MACHINES);
    }
  }

  /** Room for a name; tells how much it takes. */
  long name(int characters) {
    long takes = NAME + 2L * characters;
    names += takes;
    if (names > MOST_NAMES) {
      throw new TooMuchException("names", MOST_NAMES >> 20);
    }
    return takes;
  }

  /** Names are forgotten. */
  void forgotten(long took) {
    names -= took;
  }
}
