package interleave.scenario.program;

import interleave.process.ChildProcess;
import interleave.scenario.ProgramArguments;

/** A process starts another and waits for its end. */
public final class SingleChild {
  private SingleChild() {}

  /** What the child process runs. */
  static void run(String name, int millis, String ending) throws InterruptedException {
    System.out.println("Run child process " + name + " (" + ProcessHandle.current().pid() + ")...");
    Thread.sleep(millis);
    if (ending.equals("fails")) {
      throw new IllegalStateException(name + " could not do its work");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("child-process", args);
    System.out.println("Parent process " + ProcessHandle.current().pid() + ".");

    ChildProcess child =
        ChildProcess.of(
            SingleChild.class, "run", "test", given.millis("length"), given.text("ending"));
    System.out.println("Child process will start.");
    child.named("Child").start(); // does not wait: both run from here on

    if (given.text("ending").equals("terminated")) {
      Thread.sleep(given.millis("patience"));
      child.terminate(); // asks it to end; it has no time to say anything
    }
    if (given.on("join")) {
      child.join(); // waits here until the child has ended
      System.out.println("Child process end, exit code " + child.exitCode().getAsInt() + ".");
    } else {
      System.out.println("Parent process goes on without waiting.");
    }
  }
}
