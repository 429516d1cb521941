package interleave.view.session;

import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Site;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.List;

/** A timeline of nothing, shown while there is no run. */
public record EmptyTimeline(long start, long now) implements Timeline {
  public EmptyTimeline() {
    this(0, 0);
  }

  private static final OutputTrack NO_OUTPUT =
      new OutputTrack() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public Line line(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public int at(long time) {
          return -1;
        }
      };

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public List<ProcessTrack> processes() {
    return List.of();
  }

  @Override
  public List<ThreadLane> lanes() {
    return List.of();
  }

  @Override
  public List<LockTrack> locks() {
    return List.of();
  }

  @Override
  public List<QueueTrack> queues() {
    return List.of();
  }

  @Override
  public List<VariableTrack> variables() {
    return List.of();
  }

  @Override
  public List<PoolTrack> pools() {
    return List.of();
  }

  @Override
  public List<PipeTrack> pipes() {
    return List.of();
  }

  @Override
  public OutputTrack output() {
    return NO_OUTPUT;
  }

  @Override
  public List<LocalTrack> locals() {
    return List.of();
  }

  @Override
  public List<Arrow> arrows() {
    return List.of();
  }

  @Override
  public Counters counters() {
    return new Counters(0, 0, 0, 0);
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public Site site(int site) {
    return Site.UNKNOWN;
  }
}
