package interleave.scenario.program;

import interleave.process.Fork;
import interleave.scenario.ProgramArguments;
import interleave.scenario.program.command.JavaCommand;

/** A process becomes another program, under the same pid; what stood behind exec is never run. */
public final class ExecAnother {
  private ExecAnother() {}

  /** The program that the child becomes: it knows nothing of what ran before it. */
  static final class Another {
    static int number;

    public static void main(String[] args) throws InterruptedException {
      System.out.println(
          "After exec: pid " + ProcessHandle.current().pid() + ", number = " + number);
      Thread.sleep(300);
    }
  }

  /** What the child does: only what is safe right after a fork. */
  static void child(Fork here, int number, String... command) {
    here.print("Before exec: pid " + here.pid() + ", number = " + number);
    here.sleep(200);
    here.exec(command); // does not return, unless there is no such program
    here.print("After exec: there is no such program, so this one goes on");
    here.exit(127);
  }

  private static String[] command(String program) {
    return switch (program) {
      case "echo" -> new String[] {"echo", "This is echo, which is not written in Java."};
      case "missing" -> new String[] {"no-such-program"};
      default -> JavaCommand.of(Another.class).toArray(new String[0]);
    };
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("exec", args);
    if (!Fork.isPossible()) {
      System.out.println(Fork.WHY_NOT);
      return;
    }
    String[] command = command(given.text("program"));
    int number = 10;
    Fork fork = Fork.rehearsed("Child", here -> child(here, 11, command));
    long pid = fork.fork();
    if (pid == 0) {
      number += 1;
      child(fork, number, command);
    }
    System.out.println("Parent: child " + pid + " ended with exit code " + fork.waitFor());
  }
}
