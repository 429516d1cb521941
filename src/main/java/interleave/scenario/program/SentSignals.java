package interleave.scenario.program;

import interleave.process.ChildProcess;
import interleave.process.ProcessQueue;
import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import sun.misc.Signal;

/** One signal, sent to three processes: what becomes of it is up to each of them. */
public final class SentSignals {
  private static final int LONG = 60_000;

  private SentSignals() {}

  /** Has a hook that runs when the JVM is asked to end: tidies up. */
  static void tidy(ProcessQueue<String> ready, int tidying) throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("Tidy: one moment, I tidy up");
                  rest(tidying);
                },
                "tidying up"));
    ready.put("Tidy");
    rest(LONG);
  }

  /** Does nothing about it: the JVM ends. */
  static void plain(ProcessQueue<String> ready) throws InterruptedException {
    ready.put("Plain");
    rest(LONG);
  }

  /** Has a handler that does nothing. */
  static void deaf(ProcessQueue<String> ready) throws InterruptedException {
    Signal.handle(new Signal("TERM"), _ -> System.out.println("Deaf: I go on"));
    ready.put("Deaf");
    rest(LONG);
  }

  private static void rest(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String how(ChildProcess child) {
    int code = child.exitCode().getAsInt();
    return child.name()
        + ": "
        + child.signal().map(signal -> signal + ", ").orElse("")
        + "exit code "
        + code;
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("signals", args);
    try (ProcessQueue<String> ready = ProcessQueue.unbounded("ready")) {
      List<ChildProcess> children =
          List.of(
              ChildProcess.of(SentSignals.class, "tidy", ready, given.millis("tidying"))
                  .named("Tidy"),
              ChildProcess.of(SentSignals.class, "plain", ready).named("Plain"),
              ChildProcess.of(SentSignals.class, "deaf", ready).named("Deaf"));
      children.forEach(ChildProcess::start);
      for (ChildProcess _ : children) {
        String unused = ready.get();
      }
      boolean kill = given.text("signal").equals("SIGKILL");
      children.forEach(child -> end(child, kill));
      Thread.sleep(given.millis("patience"));
      List<ChildProcess> left = new ArrayList<>(children);
      left.removeIf(child -> !child.isAlive());
      left.forEach(ChildProcess::kill);
      for (ChildProcess child : children) {
        child.join();
        System.out.println(how(child));
      }
    }
  }

  private static void end(ChildProcess child, boolean kill) {
    if (kill) {
      child.kill();
    } else {
      child.terminate();
    }
  }
}
