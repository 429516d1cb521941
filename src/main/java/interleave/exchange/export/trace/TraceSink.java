package interleave.exchange.export.trace;

import interleave.exchange.export.Excerpt;
import java.io.IOException;
import java.util.List;

/**
 * Hears a run in the terms of trace viewers, see {@link TraceWalk}. Times are nanoseconds since the
 * run began, of a stretch also negative never. A process is told before its tracks and a track
 * before what stands on it; otherwise no order is promised between tracks.
 */
public interface TraceSink {
  /** The first that is told. */
  void begin(Excerpt what) throws IOException;

  void process(TraceProcess process) throws IOException;

  void track(TraceTrack track) throws IOException;

  /**
   * Something that lasts. Those of one track come in the order of their beginnings, the outer one
   * before the inner, and lie within each other or apart.
   *
   * @param category what sort of thing it is, whatever the language: {@code state}, {@code hold}
   */
  void slice(TraceTrack on, String category, String name, long start, long end, List<Fact> facts)
      throws IOException;

  /** Something that takes no time. */
  void instant(TraceTrack on, String category, String name, long time, List<Fact> facts)
      throws IOException;

  /** From now on a counter has that value. */
  void counter(TraceTrack on, long time, double value) throws IOException;

  /**
   * An arrow from a moment on one row to one on another, which is not earlier.
   *
   * @param id unlike that of any other, from 1 on
   */
  void flow(
      long id,
      String category,
      String name,
      TraceTrack from,
      long fromTime,
      TraceTrack to,
      long toTime)
      throws IOException;

  /** Nothing more comes. */
  void end() throws IOException;
}
