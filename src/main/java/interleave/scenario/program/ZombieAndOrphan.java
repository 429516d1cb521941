package interleave.scenario.program;

import interleave.process.Fork;
import interleave.scenario.ProgramArguments;
import interleave.scenario.program.command.JavaCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** A child that has ended and was not waited for, and a child that outlives its parent. */
public final class ZombieAndOrphan {
  private ZombieAndOrphan() {}

  /** Ends soon, and nobody asks how. */
  static void zombie(Fork here) {
    here.sleep(50);
    here.exit(7);
  }

  /** Starts a child and ends before it, unless it waits. */
  static final class Middle {
    public static void main(String[] args) throws IOException, InterruptedException {
      Process orphan = start(Orphan.class, Redirect.PIPE);
      String unused = orphan.errorReader().readLine(); // it is there
      Thread.sleep(100);
      if (args[0].equals("waits")) {
        orphan.waitFor();
      }
    }
  }

  /** Lives longer than its parent, and sees it change. */
  static final class Orphan {
    public static void main(String[] args) throws InterruptedException {
      long parent = parent();
      System.out.println("Orphan: my parent is " + parent);
      System.err.println("ready");
      for (int i = 0; i < 100 && parent() == parent; i++) {
        Thread.sleep(20);
      }
      System.out.println("Orphan: my parent is " + parent() + " now");
      Thread.sleep(500);
    }

    private static long parent() {
      return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
  }

  static Process start(Class<?> program, Redirect errors, String... arguments) throws IOException {
    return new ProcessBuilder(JavaCommand.of(program, arguments))
        .inheritIO()
        .redirectError(errors)
        .start();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    ProgramArguments given = ProgramArguments.to("zombie-and-orphan", args);
    if (!Fork.isPossible()) {
      System.out.println(Fork.WHY_NOT);
      return;
    }
    // A child of ProcessBuilder never stays a zombie: a thread of the JVM waits for each at once.
    Fork fork = Fork.rehearsed("Zombie", ZombieAndOrphan::zombie);
    long first = fork.fork();
    if (first == 0) {
      zombie(fork); // only the copy comes here
    }
    start(Middle.class, Redirect.INHERIT, given.text("middle")).waitFor();
    if (given.on("kill")) {
      ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly); // nothing happens
      System.out.println("Parent: sent SIGKILL to Zombie");
    }
    Thread.sleep(given.millis("wait")); // meanwhile its first child is a zombie
    System.out.println("Parent: Zombie ended with exit code " + fork.waitFor());
    Thread.sleep(Math.max(0, 800 - given.millis("wait"))); // until Orphan has ended
  }
}
