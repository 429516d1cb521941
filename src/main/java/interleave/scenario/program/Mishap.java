package interleave.scenario.program;

import interleave.process.Phase;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.Relay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What goes wrong in {@code DistributedProcesses}. */
final class Mishap {
  static final String NO_RESTART =
      "This broker keeps its queues in memory, and would have forgotten them after a restart. Name"
          + " one that keeps them in files: broker=…";
  static final String NO_STOP =
      "This broker is not the master's, and does not stop with it: fault=stop goes with a broker"
          + " of our own.";

  private static final int LONGEST_CUT = 1_000; // milliseconds; workers have two seconds' patience

  private Mishap() {}

  /** The first worker's connection is gone, on both sides, and nobody answers it for a while. */
  static void cut(Relay relay, int work) throws InterruptedException {
    Thread.sleep(work / 2); // in the middle of a task
    System.out.println("Worker-1's connection is cut.");
    try (Phase _ = Phase.begin("Worker-1 is cut off")) {
      relay.cut();
      Thread.sleep(Math.min(3L * work, LONGEST_CUT));
      relay.mend();
    }
    System.out.println("Worker-1's connection is mended.");
  }

  /** The broker is somebody else's: he restarts it, and the master waits for that. */
  static void restart(BrokerClient broker) {
    System.out.println("Restart the broker now. The master waits until it was gone and is back...");
    try (Phase _ = Phase.begin("the broker restarts")) {
      broker.awaitReturn();
    }
    System.out.println("The broker is back.");
  }

  /** The broker's address with a key that is not the right one. */
  static Path guess(Path address) throws IOException {
    BrokerAddress right = BrokerAddress.read(address);
    Path guess = Files.createTempFile("interleave-guess-", ".address");
    guess.toFile().deleteOnExit();
    new BrokerAddress(right.uri(), right.user(), "a guess", right.fingerprint()).write(guess);
    return guess;
  }
}
