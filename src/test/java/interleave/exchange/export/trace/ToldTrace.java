package interleave.exchange.export.trace;

import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is told of a run. */
public final class ToldTrace implements TraceSink {
  public final List<TraceProcess> processes = new ArrayList<>();
  public final List<TraceTrack> tracks = new ArrayList<>();
  public final List<Slice> slices = new ArrayList<>();
  public final List<Instant> instants = new ArrayList<>();
  public final List<Count> counts = new ArrayList<>();
  public final List<Flow> flows = new ArrayList<>();
  private int begun;
  private int ended;

  public record Slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts) {}

  public record Instant(TraceTrack on, String category, String name, long time, List<Fact> facts) {}

  public record Count(TraceTrack on, long time, double value) {}

  public record Flow(
      long id,
      String category,
      String name,
      TraceTrack from,
      long fromTime,
      TraceTrack to,
      long toTime) {}

  public static ToldTrace of(Excerpt what) throws IOException {
    ToldTrace told = new ToldTrace();
    TraceWalk.tell(what, told, Progress.UNHEARD);
    return told;
  }

  public boolean isWhole() {
    return begun == 1 && ended == 1;
  }

  @Override
  public void begin(Excerpt what) {
    begun++;
  }

  @Override
  public void process(TraceProcess process) {
    processes.add(process);
  }

  @Override
  public void track(TraceTrack track) {
    tracks.add(track);
  }

  @Override
  public void slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts) {
    slices.add(new Slice(on, category, name, start, end, List.copyOf(facts)));
  }

  @Override
  public void instant(TraceTrack on, String category, String name, long time, List<Fact> facts) {
    instants.add(new Instant(on, category, name, time, List.copyOf(facts)));
  }

  @Override
  public void counter(TraceTrack on, long time, double value) {
    counts.add(new Count(on, time, value));
  }

  @Override
  public void flow(
      long id,
      String category,
      String name,
      TraceTrack from,
      long fromTime,
      TraceTrack to,
      long toTime) {
    flows.add(new Flow(id, category, name, from, fromTime, to, toTime));
  }

  @Override
  public void end() {
    ended++;
  }
}
