package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits of threads: for locks and monitors, for being notified, parked, asleep. Of a lock a file
 * tells who waited and who had it last, but not for how long anybody had it.
 */
final class WaitDrawings implements Drawings {
  private static final String AQS = "java.util.concurrent.";
  private static final String LOCKS = "java.util.concurrent.locks.";
  private static final long MOST_MICROS = 0xFFFF_FFFFL;

  private final Scene scene;

  /** Of virtual threads the last park, until it is known whether it was a part of a longer wait. */
  private final Map<IntakeThread, Park> parks = new HashMap<>();

  /** Of virtual threads the last sleep: the park within it may come later in the file. */
  private final Map<IntakeThread, Sleep> sleeps = new HashMap<>();

  private record Sleep(long begin, long end) {
    boolean has(Park park) {
      return park.begin >= begin && park.end <= end;
    }
  }

  private record Park(ObjectType type, int object, int site, long timeout, long begin, long end) {}

  WaitDrawings(Scene scene) {
    this.scene = scene;
  }

  @Override
  public @Nullable Drawn of(String type) {
    return switch (type) {
      case "jdk.ThreadSleep" -> Drawn.of(this::sleep, "time");
      case "jdk.ThreadPark" -> Drawn.of(this::park, "parkedClass", "address", "timeout");
      case "jdk.JavaMonitorEnter" ->
          Drawn.of(this::enter, "monitorClass", "address", "previousOwner");
      case "jdk.JavaMonitorWait" ->
          Drawn.of(this::await, "monitorClass", "address", "notifier", "timeout", "timedOut");
      case "jdk.JavaMonitorNotify" ->
          Drawn.of(this::notifies, "monitorClass", "address", "notifiedCount");
      default -> null;
    };
  }

  private void sleep(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread == null) {
      return;
    }
    long begin = scene.time(event.begin());
    long end = scene.time(event.end());
    if (scene.isVirtual(thread)) {
      within(thread, begin, end);
      sleeps.put(thread, new Sleep(begin, end));
    }
    int site = scene.place(event.stack()).site();
    thread.write(EventKind.SLEEP_BEGIN, 0, 0, site, Math.max(0, event.nanos(0)), begin);
    thread.write(EventKind.SLEEP_END, 0, 0, site, 0, end);
  }

  /** A virtual thread that sleeps on its carrier is parked by the JDK, which says that, too. */
  private void within(IntakeThread thread, long begin, long end) throws IOException {
    Park park = parks.remove(thread);
    if (park != null && !new Sleep(begin, end).has(park)) {
      write(thread, park);
    }
  }

  private void park(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread == null) {
      return;
    }
    ObjectType type = blocker(event.className(0));
    int object = event.number(0) == 0 ? 0 : scene.object(type, event.number(0), event.number(1));
    Park park =
        new Park(
            type,
            object,
            scene.place(event.stack()).site(),
            Math.max(0, event.nanos(2)),
            scene.time(event.begin()),
            scene.time(event.end()));
    if (!scene.isVirtual(thread)) {
      write(thread, park);
      return;
    }
    Sleep sleep = sleeps.get(thread);
    if (sleep == null || !sleep.has(park)) {
      within(thread, park.end, park.end);
      parks.put(thread, park);
    }
  }

  private static void write(IntakeThread thread, Park park) throws IOException {
    int object = park.object;
    switch (park.type) {
      case LOCK, READ_WRITE_LOCK, STAMPED_LOCK -> {
        thread.write(EventKind.LOCK_REQUEST, 0, object, park.site, 0, park.begin);
        int untold = Flags.UNTOLD;
        thread.write(EventKind.LOCK_ABANDONED, untold, object, park.site, 0, park.end);
      }
      case LATCH, SEMAPHORE -> {
        thread.write(EventKind.SYNC_WAIT_BEGIN, 0, object, park.site, 0, park.begin);
        boolean inVain = park.timeout > 0 && park.end - park.begin >= park.timeout;
        int ended = inVain ? Flags.TIMED_OUT : 0;
        thread.write(EventKind.SYNC_WAIT_END, ended, object, park.site, 0, park.end);
      }
      default -> {
        thread.write(EventKind.PARK_BEGIN, 0, object, park.site, park.timeout, park.begin);
        thread.write(EventKind.PARK_END, 0, object, park.site, 0, park.end);
      }
    }
  }

  /** What a thread waits for that is parked by such a class. */
  private static ObjectType blocker(String klass) {
    if (!klass.startsWith(AQS)) {
      return ObjectType.BLOCKER;
    }
    if (klass.startsWith("ReentrantLock$", LOCKS.length())) {
      return ObjectType.LOCK;
    }
    if (klass.startsWith("ReentrantReadWriteLock$", LOCKS.length())) {
      return ObjectType.READ_WRITE_LOCK;
    }
    if (klass.startsWith("StampedLock", LOCKS.length())) {
      return ObjectType.STAMPED_LOCK;
    }
    if (klass.startsWith("CountDownLatch$", AQS.length())) {
      return ObjectType.LATCH;
    }
    return klass.startsWith("Semaphore$", AQS.length()) ? ObjectType.SEMAPHORE : ObjectType.BLOCKER;
  }

  private void enter(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread == null) {
      return;
    }
    long begin = scene.time(event.begin());
    long end = Math.max(begin + 1, scene.time(event.end()));
    int monitor = scene.object(ObjectType.MONITOR, event.number(0), event.number(1));
    int site = scene.place(event.stack()).site();
    thread.write(EventKind.LOCK_REQUEST, 0, monitor, site, 0, begin);
    IntakeThread owner = scene.thread(event.number(2));
    if (owner != null && owner != thread) {
      int flags = Flags.UNTOLD | Flags.ON_BEHALF;
      owner.write(EventKind.LOCK_ACQUIRED, flags, monitor, 0, 0, end - 1);
    }
    thread.write(EventKind.LOCK_ACQUIRED, Flags.UNTOLD, monitor, site, end - begin, end);
  }

  private void await(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread == null) {
      return;
    }
    long begin = scene.time(event.begin());
    long end = Math.max(begin + 1, scene.time(event.end()));
    Scene.Place place = scene.place(event.stack());
    IntakeThread by = scene.thread(event.number(2));
    if (place.joins() && by != null && by != thread) {
      thread.write(EventKind.JOIN_BEGIN, 0, 0, place.site(), by.id(), begin);
      thread.write(EventKind.JOIN_END, 0, 0, place.site(), by.id(), end);
      return;
    }
    int monitor = scene.object(ObjectType.MONITOR, event.number(0), event.number(1));
    long limit = Math.min(MOST_MICROS, TimeUnit.NANOSECONDS.toMicros(Math.max(0, event.nanos(3))));
    int ended = Flags.UNTOLD | (event.is(4) ? Flags.TIMED_OUT : 0);
    thread.write(EventKind.WAIT_BEGIN, 0, monitor, place.site(), limit << 32, begin);
    if (by != null) {
      notifies(by, monitor, 0, end - 1);
    }
    thread.write(EventKind.WAIT_END, ended, monitor, place.site(), 0, end);
  }

  private void notifies(@Nullable IntakeThread by, int monitor, int flags, long at)
      throws IOException {
    if (by != null) {
      by.write(EventKind.NOTIFY, flags | Flags.ON_BEHALF, monitor, 0, 0, at);
    }
  }

  private void notifies(Fields event) throws IOException, DamageException {
    int monitor = scene.object(ObjectType.MONITOR, event.number(0), event.number(1));
    int flags = event.number(2) > 1 ? Flags.ALL : 0;
    notifies(scene.thread(event.thread()), monitor, flags, scene.time(event.begin()));
  }

  /** No more events come of this chunk. */
  void finish() throws IOException {
    for (Map.Entry<IntakeThread, Park> each : parks.entrySet()) {
      write(each.getKey(), each.getValue());
    }
    parks.clear();
    sleeps.clear();
  }
}
