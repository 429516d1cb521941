package interleave.exchange.jfr;

import java.io.IOException;

/** Takes the chunks of a file as they are found. */
interface ChunkSink {
  /** What is wrong with a file at a place. */
  enum Trouble {
    /** No chunk begins there. */
    NO_CHUNK,
    /** A chunk in the layout of JDK 8 begins there. */
    TOO_OLD,
    /** What is there is no event. */
    DAMAGED,
    /** The types of the events from there on are not described. */
    NO_TYPES,
    /** It ends there, and whoever wrote it had not come to an end. */
    OPEN,
    /** It ends there, within something. */
    CUT_OFF
  }

  /** The chunks that follow are of another run than those before, or are the first. */
  void anotherRuntime();

  /**
   * Takes a chunk, whose window is its own from now on.
   *
   * @param clock tells the times of its events
   * @param closed whether it has an end; what cannot be read before that is damaged
   */
  void chunk(Chunk chunk, ChunkHead clock, boolean closed) throws IOException;

  /** Something is wrong from there on, up to where reading goes on. */
  void trouble(Trouble what, long at, long next);
}
