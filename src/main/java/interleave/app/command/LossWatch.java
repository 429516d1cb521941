package interleave.app.command;

import interleave.engine.Run;
import interleave.event.LossMeter;
import interleave.words.Words;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sees while a program runs that not all of it is recorded any more. */
final class LossWatch {
  private static final Words WORDS = Words.of("app");
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final LossMeter meter;
  private final Run run;
  private final long cap;
  private long looked = System.nanoTime();
  private boolean said;

  /**
   * @param cap bytes on disk that the recording may take
   */
  LossWatch(Run run, long cap) {
    this.run = run;
    this.cap = cap;
    meter = new LossMeter(run.recording());
  }

  /**
   * What is to be said, once, when the first loss is seen, or nothing can be recorded any more;
   * looks now and then only.
   */
  Optional<String> look() {
    long now = System.nanoTime();
    if (said || now - looked < PAUSE) {
      return Optional.empty();
    }
    looked = now;
    // A thread that begins when there is no room left has no segment to count in.
    return meter.lost() > 0 || meter.cause() != LossMeter.Cause.OTHER
        ? Optional.of(sentence())
        : Optional.empty();
  }

  /** What is to be said at the end, if it was not said before. */
  Optional<String> last() {
    long lost = said ? 0 : meter.lost();
    return lost == 0 ? Optional.empty() : Optional.of(sentence());
  }

  private String sentence() {
    said = true;
    return switch (meter.cause()) {
      case CAP -> WORDS.get("loss.cap", ByteSize.show(cap));
      case DISK -> WORDS.get("loss.disk", run.recording().folder());
      case OTHER -> WORDS.get("loss.other");
    };
  }
}
