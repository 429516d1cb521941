package interleave.worker;

import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * That this machine works for a run elsewhere: says so, and is told what there is to do. One thread
 * uses it.
 */
public final class Membership implements AutoCloseable {
  private static final Words WORDS = Words.of("worker");
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int MOST_GREETINGS = 10;
  private static final int ID_BYTES = 8;

  private final BrokerClient broker;
  private final BrokerQueue greetings;
  private final Greeting greeting;
  private final WorkerRole role;
  private boolean over;

  private Membership(BrokerClient broker, Greeting greeting) throws IOException {
    this.broker = broker;
    this.greeting = greeting;
    greetings = broker.queue(Greeting.QUEUE);
    role = asked();
  }

  /**
   * Joins.
   *
   * @param address the file with the broker's address
   * @param host what this machine calls itself
   * @param workers how many there will be
   * @throws IOException with a reason, when there is no way there
   * @throws RefusedMessageException when what there is to do is not known here
   */
  public static Membership join(Path address, String host, int workers) throws IOException {
    BrokerClient broker = BrokerClient.connect(address);
    byte[] id = new byte[ID_BYTES];
    new SecureRandom().nextBytes(id);
    long pid = ProcessHandle.current().pid();
    try {
      String name = HexFormat.of().formatHex(id);
      return new Membership(broker, new Greeting(name, host, pid, workers, false));
    } catch (BrokerGoneException e) {
      broker.close();
      throw new IOException(WORDS.get("ended"), e);
    } catch (IOException e) {
      broker.close();
      throw e;
    }
  }

  private WorkerRole asked() throws IOException {
    for (int i = 0; i < MOST_GREETINGS; i++) {
      greetings.put(greeting.text());
      Optional<Delivery> answer = broker.queue(greeting.answers()).take(ANSWER);
      if (answer.isPresent()) {
        broker.begin().acknowledge(answer.get()).commit();
        return WorkerRole.parse(answer.get().text());
      }
    }
    throw new IOException(WORDS.get("no-answer"));
  }

  /** What there is to do. */
  public WorkerRole role() {
    return role;
  }

  /** Says that we are still there; false when the run is over. */
  public boolean beat() {
    try {
      greetings.put(greeting.text());
      while (true) {
        // It is answered as the first one was.
        Optional<Delivery> answer = broker.queue(greeting.answers()).take(Duration.ZERO);
        if (answer.isEmpty()) {
          return true;
        }
        broker.begin().acknowledge(answer.get()).commit();
      }
    } catch (BrokerGoneException e) {
      over = true;
      return false;
    }
  }

  /** Says goodbye. */
  @Override
  public void close() {
    try (broker) {
      if (!over) {
        greetings.put(greeting.goodbye().text());
      }
    } catch (BrokerGoneException e) {
      // there is nobody to say it to
    }
  }
}
