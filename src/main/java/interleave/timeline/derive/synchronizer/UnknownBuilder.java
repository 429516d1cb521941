package interleave.timeline.derive.synchronizer;

import interleave.event.EventKind;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.grammar.EventGrammar;

/**
 * What threads wait at without that its type is known: a tracer newer than this program says so, or
 * a recording lost its definition. What its numbers mean is not known either; so only the waits
 * count, and nobody is said to have let anybody go on.
 */
public final class UnknownBuilder extends SynchronizerBuilder {
  public UnknownBuilder(int index, WakeBuilder wakes) {
    super(index, SynchronizerTrack.Kind.UNKNOWN, wakes);
  }

  @Override
  void state(int now, int of, int lane, long time) {}

  @Override
  void happened(EventKind event, int flags, int lane, int site, long value, long time) {
    switch (event) {
      case SYNC_WAIT_END, PERMIT_ACQUIRED -> end(lane, outcome(flags), Waker.NOBODY, time);
      case PERMIT_RELEASED, ARRIVED, REGISTERED -> {} // nobody knows what they come to
      default -> throw EventGrammar.unheard(event);
    }
  }
}
