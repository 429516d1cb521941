package interleave.agent.control;

import interleave.agent.control.call.Operation;
import interleave.agent.control.call.Test;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code about monitors; who has one is kept here, since no JVM can be asked. */
public final class MonitorControl {
  private MonitorControl() {}

  /** Before a monitor is entered. */
  public static void monitor(@Nullable Object object, int place) {
    Strand me = Strand.current();
    if (me == null || object == null) {
      return;
    }
    if (me.course.isOver()) {
      me.course.unwind(me, Operation.LOCK);
      return;
    }
    me.course.comeBack(me);
    Monitors.Monitor monitor = me.course.monitors.of(object);
    if (monitor.owner == me) {
      monitor.holds++;
      return;
    }
    if (me.muted > 0 && monitor.owner == null) {
      monitor.owner = me;
      monitor.holds = 1;
      return;
    }
    me.describe(Operation.LOCK, Test.MONITOR, object, place);
    me.object = me.course.objects.of(object, "monitor", Places.at(place).name());
    me.course.stand(me);
  }

  /** Before a monitor is left; throws nothing. */
  public static void leaving(@Nullable Object object, int place) {
    try {
      Strand me = Strand.current();
      if (me == null || object == null || me.course.isOver()) {
        return;
      }
      me.course.comeBack(me);
      Monitors.Monitor monitor = me.course.monitors.of(object);
      if (monitor.owner != me) {
        return;
      }
      if (monitor.holds > 1) {
        monitor.holds--;
        return;
      }
      if (me.muted == 0) {
        me.describe(Operation.UNLOCK, Test.ALWAYS, object, place);
        me.object = me.course.objects.of(object, "monitor", Places.at(place).name());
        me.course.stand(me);
      }
      monitor.owner = null;
      monitor.holds = 0;
    } catch (Throwable e) {
      // It is left.
    }
  }

  /** In place of {@code wait()}. */
  public static void doWait(Object object) throws InterruptedException {
    doWait(object, 0);
  }

  /** In place of {@code wait(millis, nanos)}. */
  public static void doWait(Object object, long millis, int nanos) throws InterruptedException {
    doWait(object, nanos > 0 ? millis + 1 : millis);
  }

  /** In place of {@code wait(millis)}. */
  public static void doWait(Object object, long millis) throws InterruptedException {
    Strand me = Strand.current();
    if (me == null || millis < 0 || !Thread.holdsLock(object)) {
      object.wait(millis);
      return;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Monitors.Monitor monitor = me.course.monitors.of(object);
    int place = me.place;
    me.describe(Operation.WAKE, Test.NOTIFIED, object, place);
    me.object = me.course.objects.of(object, "monitor", Places.at(place).name());
    me.interruptible = true;
    me.deadline =
        millis == 0 ? Strand.NEVER : me.course.clock.time() + TimeUnit.MILLISECONDS.toNanos(millis);
    me.savedHolds = monitor.owner == me ? monitor.holds : 0;
    monitor.owner = null;
    monitor.holds = 0;
    monitor.waiting.add(me);
    me.notified = false;
    me.waitsIn = object;
    me.course.stand(me);
    if (!me.notified && Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
