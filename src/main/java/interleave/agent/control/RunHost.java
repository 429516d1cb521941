package interleave.agent.control;

import interleave.agent.rewrite.Rewriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one program many times, as the explorer says. */
public final class RunHost {
  /** How long the threads of a run may take to end when it is over. */
  private static final long UNWINDING_NS = 2_000_000_000L;

  private final OwnClasses own;
  private final RunLoader.Cache cache;
  private final String[] arguments;
  private final RunOutput output = new RunOutput();
  private final FreshJdk fresh = new FreshJdk();
  private final OneProcessor processor = new OneProcessor();

  public RunHost(OwnClasses own, Rewriter rewriter, String[] arguments) {
    this.own = own;
    this.cache = new RunLoader.Cache(own, rewriter);
    this.arguments = arguments;
  }

  /** Until the explorer says that it is enough; the process's exit code. */
  public int serve() throws IOException {
    Link link = Link.open("java");
    if (link == null) {
      System.err.println("Nobody asks for runs.");
      return 2;
    }
    Watchdog watchdog = new Watchdog();
    watchdog.start();
    for (Link.Order order = link.next(); order != null; order = link.next()) {
      processor.beforeRun();
      run(order, link, watchdog);
    }
    return 0;
  }

  private void run(Link.Order order, Link link, Watchdog watchdog) {
    Course course = new Course(order.schedule(), link, false);
    course.common = fresh.begin();
    RunLoader loader = new RunLoader(own, cache);
    String[] given = order.arguments().length > 0 ? order.arguments() : arguments;
    output.begin(course);
    Thread main = new Thread(null, new MainBody(own.mainClass(), loader, given), "main");
    main.setContextClassLoader(loader);
    course.begin(main);
    watchdog.over(course);
    main.start();
    Course.Ending ending = course.awaitEnd();
    watchdog.over(null);
    output.end();
    FinalValues.tell(course, loader);
    unwind(course);
    course.journal.line("ended").plain(ending.kind()).field(ending.text()).end();
    course.journal.line("over").plain(order.id()).end();
    link.flush();
  }

  private void unwind(Course course) {
    List<Strand> waiting = course.left();
    for (Strand each : waiting) {
      if (each.free) {
        each.thread.interrupt();
      } else {
        each.wake();
      }
    }
    long until = System.nanoTime() + UNWINDING_NS;
    while (course.isEnding() && System.nanoTime() < until) {
      java.util.concurrent.locks.LockSupport.parkNanos(this, 1_000_000);
    }
    List<Strand> stays = course.left();
    if (!stays.isEmpty()) {
      course.journal.line("told").plain("").field(0).plain("left").field(stays.size()).end();
      output.renew();
    }
    course.forget();
  }

  /** The first thread: the program's {@code main}. */
  private record MainBody(String mainClass, ClassLoader loader, String[] arguments)
      implements Runnable {
    @Override
    public void run() {
      JdkControl.begins(null);
      Throwable why = call();
      if (why != null && !(why instanceof Unwound)) {
        Thread me = Thread.currentThread();
        Strand strand = Strand.current();
        if (strand != null && !strand.course.isOver()) {
          System.err.print("Exception in thread \"main\" ");
          why.printStackTrace();
          String text = interleave.agent.trace.Exceptions.describe(why);
          strand.course.failed(me.getName().concat(": ").concat(text));
        }
      }
    }

    private @Nullable Throwable call() {
      try {
        MainMethod.call(loader.loadClass(mainClass), arguments.clone());
        return null;
      } catch (Throwable e) {
        return e;
      }
    }
  }
}
