package interleave.exchange.export.otlp;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceProcess;
import interleave.exchange.export.trace.TraceSink;
import interleave.exchange.export.trace.TraceTrack;
import java.io.IOException;
import java.util.List;

/** Does nothing about what it hears: for those that want a part of a run only. */
abstract class SilentSink implements TraceSink {
  @Override
  public void begin(Excerpt what) throws IOException {}

  @Override
  public void process(TraceProcess process) throws IOException {}

  @Override
  public void track(TraceTrack track) throws IOException {}

  @Override
  public void slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts)
      throws IOException {}

  @Override
  public void instant(TraceTrack on, String category, String name, long time, List<Fact> facts)
      throws IOException {}

  @Override
  public void counter(TraceTrack on, long time, double value) throws IOException {}

  @Override
  public void flow(
      long id,
      String category,
      String name,
      TraceTrack from,
      long fromTime,
      TraceTrack to,
      long toTime)
      throws IOException {}

  @Override
  public void end() throws IOException {}
}
