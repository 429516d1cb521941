package interleave.event;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A segment that one thread leaves to the next. */
public final class SegmentPoolStress {
  private static final SegmentPool POOL = pool();

  private SegmentPoolStress() {}

  private static SegmentPool pool() {
    try {
      return new SegmentPool(SegmentPair.folderOfOne(), TracedRuntime.JAVA);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Two threads ask, use what they get and give it back: never do both have the same one. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "each had its own at any time")
  @Outcome(expect = FORBIDDEN, desc = "both had the same, or none")
  @State
  public static class HandOver {
    private static final java.util.Map<SegmentWriter, AtomicInteger> USERS =
        new java.util.concurrent.ConcurrentHashMap<>();

    private int wrongOne;
    private int wrongOther;

    @Actor
    public void one() {
      wrongOne = use(new Thread(() -> {}));
    }

    @Actor
    public void other() {
      wrongOther = use(new Thread(() -> {}));
    }

    private static int use(Thread thread) {
      SegmentWriter writer = POOL.writerFor(thread);
      if (writer == null || writer.shared()) {
        return 1;
      }
      AtomicInteger users = USERS.computeIfAbsent(writer, _ -> new AtomicInteger());
      int wrong = users.incrementAndGet() == 1 ? 0 : 1;
      users.decrementAndGet();
      POOL.giveBack(writer);
      return wrong;
    }

    @Arbiter
    public void both(I_Result r) {
      r.r1 = wrongOne + wrongOther;
    }
  }

  /** Two threads share a segment, each with its monitor, as virtual threads do. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "the events of both, whole")
  @Outcome(expect = FORBIDDEN, desc = "torn, or one is missing")
  @State
  public static class Shared implements EventSink {
    private static final java.util.Queue<SegmentPair> IDLE = SegmentPair.idle();
    private final SegmentPair pair = SegmentPair.from(IDLE, 1L << 40);
    private int seen;

    @Actor
    public void one() {
      write(1);
    }

    @Actor
    public void other() {
      write(2);
    }

    private void write(int thread) {
      synchronized (pair.writer) {
        pair.writer.write(
            EventKind.GET.code(),
            0,
            thread,
            thread,
            thread,
            thread,
            SegmentPair.OPENED + thread,
            "text of " + thread);
      }
    }

    @Arbiter
    public void read(I_Result r) {
      pair.poll(this);
      r.r1 = seen;
      pair.putBack(IDLE, 400);
    }

    @Override
    public void segment(SegmentInfo segment) {}

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      boolean whole = object == thread && site == thread && value == thread;
      seen += whole && ("text of " + thread).equals(text) ? 1 : 100;
    }
  }
}
