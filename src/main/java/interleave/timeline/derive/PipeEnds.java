package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.PipeTrack.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ends of pipes that processes have as their own standard streams. What went through one is of
 * no use to a timeline until it is known who has the other, as in a pipeline: where that is its
 * parent, the parent tells of the pipe, and where it is a program without tracer nobody does.
 */
final class PipeEnds {
  /** So much is kept of a pipe whose other end nobody has told of. */
  private static final int MOST_HELD = 10_000;

  private final TrackList<PipeBuilder> pipes;
  private final Map<Integer, End> byThing = new HashMap<>();
  private final Map<Long, End> readers = new HashMap<>();
  private final Map<Long, End> writers = new HashMap<>();

  PipeEnds(TrackList<PipeBuilder> pipes) {
    this.pipes = pipes;
  }

  private record Held(EventKind kind, int flags, int lane, int site, long value, long time) {}

  private record End(InternedObject thing, long time, List<Held> held) {
    private int process() {
      return thing.process.index;
    }
  }

  /** The process has that end of a pipe as its standard stream of that number. */
  void has(InternedObject thing, long number, long time) {
    boolean reads = number == Stream.INPUT.ordinal();
    End end = new End(thing, time, new ArrayList<>());
    byThing.put(thing.index, end);
    End other = (reads ? writers : readers).remove(thing.key);
    if (other == null || other.process() == end.process()) {
      (reads ? readers : writers).put(thing.key, end);
    } else {
      join(reads ? end : other, reads ? other : end, time);
    }
  }

  private void join(End reader, End writer, long time) {
    PipeBuilder out = pipes.of(reader.thing());
    PipeBuilder in = pipes.of(writer.thing());
    out.leadsTo(writer.process(), Stream.OUTPUT.ordinal(), Math.min(reader.time(), time));
    in.leadsTo(reader.process(), Stream.INPUT.ordinal(), Math.min(writer.time(), time));
    out.other = in.index;
    in.other = out.index;
    replay(reader, out);
    replay(writer, in);
  }

  private void replay(End end, PipeBuilder pipe) {
    byThing.remove(end.thing().index);
    for (Held each : end.held()) {
      pipe.event(each.kind(), each.flags(), each.lane(), each.site(), each.value(), each.time());
    }
  }

  /** Whether the event is of such an end, and kept until the other is known. */
  boolean holds(PendingLine next) {
    End end = byThing.get(next.thing());
    if (end == null) {
      return false;
    }
    if (end.held().size() < MOST_HELD) {
      end.held()
          .add(
              new Held(
                  next.kind(), next.flags(), next.lane(), next.site(), next.value(), next.time()));
    }
    return true;
  }
}
