package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import org.junit.jupiter.api.Test;

/** Some locks may be given back by a thread or a process that does not have them. */
class GivenBackByAnotherTest {
  private static final long KEY = 77;

  private final Trace trace = new Trace();

  @Test
  void aHoldEndsWhereAThreadOfAnotherProcessLetsGo() {
    Trace.Process parent = trace.process(1, "parent");
    Trace.Process child = trace.process(2, "child", 1);
    int here = parent.object(ObjectType.LOCK, KEY, "lock");
    int there = child.object(ObjectType.LOCK, KEY, "lock");
    parent.thread(1, "MainThread").at(10).event(LOCK_ACQUIRED, here);
    child.thread(1, "MainThread").at(30).event(LOCK_RELEASED, Flags.ON_BEHALF, there, 0, null);
    parent.thread(1, "MainThread").at(40).event(LOCK_ACQUIRED, here);
    parent.thread(1, "MainThread").at(50).event(LOCK_RELEASED, here);
    LockTrack lock = trace.end().locks().getFirst();
    assertThat(lock.holds().size()).isEqualTo(2);
    assertThat(lock.holds().end(0)).isEqualTo(30);
    assertThat(lock.acquires()).isEqualTo(2);
  }

  @Test
  void whoWaitsForALockThatItHasItselfHasWaited() {
    Trace.Process process = trace.process(1, "signal");
    int done = process.object(ObjectType.LOCK, 0, "done");
    Trace.Thread main = process.thread(1, "MainThread");
    main.at(10).event(LOCK_ACQUIRED, done);
    main.at(20).event(LOCK_REQUEST, done);
    main.at(50).event(LOCK_RELEASED, Flags.ON_BEHALF, done, 0, null);
    main.at(51).event(LOCK_ACQUIRED, done, 31);
    LockTrack lock = trace.end().locks().getFirst();
    assertThat(lock.acquires()).isEqualTo(2);
    assertThat(lock.contended()).isOne();
    assertThat(lock.waitNs()).isEqualTo(31);
  }
}
