package interleave.scenario.program;

import interleave.process.Fork;
import interleave.scenario.ProgramArguments;

/** One process becomes two; each prints its own pid and the other's. */
public final class ForkInTwo {
  private ForkInTwo() {}

  /** What the child does. It may only use what is safe right after a fork, so no println here. */
  static void child(Fork here, int number, int millis, int code) {
    here.print("child: pid = " + here.pid() + ", ppid = " + here.parentPid());
    number += 1; // the child's own copy
    here.print("child: number = " + number);
    here.sleep(millis);
    here.exit(code);
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("fork", args);
    if (!Fork.isPossible()) {
      System.out.println(Fork.WHY_NOT);
      return;
    }
    int millis = given.millis("child-time");
    int code = given.number("exit-code");
    int number = 10;
    Fork fork = Fork.rehearsed("Child", here -> child(here, 10, millis, code));

    for (int i = 0; i < given.number("children"); i++) {
      long pid = fork.fork(); // called once, returns twice: in this process and in its copy
      if (pid == 0) {
        child(fork, number, millis, code); // only the copy comes here
      }
      // only the parent goes on
      System.out.println("parent: pid = " + ProcessHandle.current().pid() + ", child = " + pid);
      number += 100; // the parent's own copy
      System.out.println("parent: number = " + number);
      Thread.sleep(given.millis("parent-time"));
      System.out.println("parent: the child ended with exit code " + fork.waitFor());
    }
    if (fork.repeated() > 0) {
      System.out.println("A child hung at its birth; fork was called again.");
    }
  }
}
