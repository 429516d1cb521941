package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;

/** One variable that all threads share, and in it a value of its own for each thread. */
public final class ThreadLocals {
  static final ThreadLocal<String> localStudent = ThreadLocal.withInitial(() -> "nobody");
  static final ScopedValue<String> scopedStudent = ScopedValue.newInstance();
  static volatile String plainStudent = "nobody"; // for contrast: one value for all

  static String kind = "thread-local";
  static int pause;

  private ThreadLocals() {}

  /** Nobody hands it the student; it asks the variable. */
  static String student() {
    return switch (kind) {
      case "thread-local" -> localStudent.get();
      case "scoped-value" -> scopedStudent.isBound() ? scopedStudent.get() : "nobody";
      default -> plainStudent;
    };
  }

  static void processStudent() {
    String thread = Thread.currentThread().getName();
    sleep(); // so much goes on elsewhere meanwhile
    System.out.println("Hello, " + student() + " (in " + thread + ")");
    sleep();
  }

  /** What each thread runs: it says who its student is, and then calls without saying it. */
  static void processThread(String name) {
    switch (kind) {
      case "thread-local" -> {
        localStudent.set(name);
        processStudent();
        localStudent.remove(); // or else the value stays as long as its thread
      }
      case "scoped-value" ->
          ScopedValue.where(scopedStudent, name)
              .run(
                  () -> {
                    processStudent();
                    // Within a scope there may be another; after it the former value is back.
                    ScopedValue.where(scopedStudent, name + "’s guest")
                        .run(ThreadLocals::processStudent);
                    processStudent();
                  });
      default -> {
        plainStudent = name;
        processStudent();
      }
    }
  }

  static void sleep() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void startAndJoin(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("thread-local", args);
    kind = given.text("kind");
    pause = given.millis("pause");
    Thread a = new Thread(() -> processThread("Alice"), "Thread-A");
    Thread b = new Thread(() -> processThread("Bob"), "Thread-B");
    startAndJoin(List.of(a, b));

    List<Thread> workers = new ArrayList<>();
    for (int number = 0; number < given.number("workers"); number++) {
      String name = "No. " + number;
      workers.add(new Thread(() -> processThread(name), "worker-" + number));
    }
    startAndJoin(workers);
    System.out.println("In main: " + student());
  }
}
