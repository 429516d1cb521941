package interleave.agent.control;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Notes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one run of a program that is recorded under control; its own process begins and ends it. */
final class RecordedRun {
  private static boolean begun;

  private RecordedRun() {}

  /** The program's {@code main} begins, on the calling thread. */
  static synchronized void begin() {
    if (begun) {
      return;
    }
    begun = true;
    try {
      Link link = Link.open("java");
      Link.Order order = link == null ? null : link.next();
      if (link != null && order != null) {
        begin(link, order);
      }
    } catch (IOException e) {
      Notes.say("Nobody controls this program: ".concat(String.valueOf(e.getMessage())));
    }
  }

  private static void begin(Link link, Link.Order order) {
    Course course = new Course(order.schedule(), link, true);
    course.common = new FreshJdk().begin();
    Watchdog watchdog = new Watchdog();
    service(watchdog);
    watchdog.over(course);
    watchdog.start();
    Strand main = course.begin(Thread.currentThread());
    main.system = interleave.event.NativeThread.id();
  }

  /** Not one of the program's. */
  static void service(@Nullable Thread thread) {
    if (thread != null) {
      Lane.RECORDER.service(thread);
    }
  }
}
