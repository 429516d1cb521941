package interleave.scenario.program;

import interleave.scenario.ProgramArguments;

/** A second thread counts to five, and the first one waits until it has done so. */
public final class StartThread {
  private StartThread() {}

  /** What the new thread runs. */
  static void loop(int most, int pause) {
    String name = Thread.currentThread().getName();
    System.out.println("thread " + name + " is running...");
    try {
      for (int n = 1; n <= most; n++) {
        System.out.println("thread " + name + " >>> " + n);
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      System.out.println("thread " + name + " was interrupted.");
      return;
    }
    System.out.println("thread " + name + " ended.");
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("thread", args);
    int most = given.number("count");
    int pause = given.millis("pause");
    String name = Thread.currentThread().getName();
    System.out.println("thread " + name + " is running...");

    Thread thread = new Thread(() -> loop(most, pause), "LoopThread");
    thread.setDaemon(given.on("daemon")); // a daemon does not keep the program from ending
    thread.start(); // from here on both run at the same time
    if (given.on("join")) {
      thread.join(); // wait until LoopThread has ended
    }
    System.out.println("thread " + name + " ended.");
  }
}
