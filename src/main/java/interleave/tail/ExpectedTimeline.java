package interleave.tail;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A timeline that will be wanted of what is read now. What deriving takes is loaded meanwhile, by a
 * thread of its own: some four hundred classes, each of which is loaded when it is first asked for,
 * while all else would wait.
 */
public final class ExpectedTimeline {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private ExpectedTimeline() {}

  /** Something begins to be read of which a timeline will be wanted; said again it is nothing. */
  public static void begin() {
    if (Runtime.getRuntime().availableProcessors() > 1 && !BEGUN.getAndSet(true)) {
      Thread.ofPlatform().daemon().name("interleave timeline ahead").start(ExpectedTimeline::load);
    }
  }

  private static void load() {
    try {
      LiveTimeline.loadAhead();
    } catch (OutOfMemoryError e) {
      // Who derives what was read says so, or there is enough again by then.
    }
  }
}
