package interleave.agent.exchanger;

import interleave.event.Clock;
import interleave.agent.trace.Lane;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** What one thread brought to an exchanger, from its coming until it goes on. */
final class Offer {
  /** The one that a thread is waiting with. */
  static final Lane.Slot<Offer> CURRENT = Lane.slot();

  /** Counts the offers of one exchanger, from 1. */
  final long number;

  /** Whether nobody was there to meet, as far as we could see. */
  final boolean waits;

  /** When it was made. */
  final long time = Clock.now();

  /** What the thread was waiting with before, if an exchanger of the program's asks another. */
  final @Nullable Offer outer;

  private final WeakReference<@Nullable Object> given;

  /** The other one, once that has gone on; under the lock of the exchanger's thing. */
  @Nullable Offer met;

  Offer(long number, @Nullable Object given, boolean waits, @Nullable Offer outer) {
    this.number = number;
    this.given = new WeakReference<>(given);
    this.waits = waits;
    this.outer = outer;
  }

  /** Whether that was brought; nothing is brought as null. */
  boolean is(@Nullable Object got) {
    return given.refersTo(got);
  }
}
