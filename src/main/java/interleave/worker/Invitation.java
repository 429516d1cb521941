package interleave.worker;

import interleave.engine.Run;
import interleave.process.broker.BrokerAddress;
import interleave.program.Program;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * That workers on other machines may join a run, once its user wants it and it has a broker. What
 * is to be told of them is noted in the recording, too. Any thread; opening may take a while.
 */
public final class Invitation implements AutoCloseable {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

  private final Run run;
  private final WorkerRole role;
  private final Queue<News> news = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Reception reception;
  private volatile boolean possible;
  private volatile long looked = System.nanoTime() - LOOK;

  private Invitation(Run run, WorkerRole role) {
    this.run = run;
    this.role = role;
  }

  /** To that run of that program; empty where it has no workers. */
  public static Optional<Invitation> to(Run run, Program program) {
    return WorkerRole.of(program).map(role -> new Invitation(run, role));
  }

  /** Whether it has a broker just now that they could come to; cheap, once a frame. */
  public boolean isPossible() {
    long now = System.nanoTime();
    if (now - looked > LOOK) {
      looked = now;
      possible = Files.exists(run.recording().folder().resolve(BrokerAddress.FILE));
    }
    return possible;
  }

  /**
   * Opens the door there; one that was open elsewhere is closed, and who came by it leaves.
   *
   * @param place port 0 for one of the system's choice
   */
  public synchronized Reception open(InetSocketAddress place) throws IOException {
    close();
    Reception opened = Reception.open(run.recording().folder(), role, place, this::tell);
    reception = opened;
    return opened;
  }

  private void tell(News more) {
    news.add(more);
    run.note(more.sentence());
  }

  /** The open door; empty where there is none. */
  public Optional<Reception> reception() {
    return Optional.ofNullable(reception).filter(open -> !open.isClosed());
  }

  /** What is to be told and was not yet. */
  public List<News> news() {
    List<News> all = new ArrayList<>();
    for (@Nullable News next = news.poll(); next != null; next = news.poll()) {
      all.add(next);
    }
    return all;
  }

  /** Closes the door; whoever came by it leaves. */
  @Override
  public synchronized void close() {
    Reception open = reception;
    reception = null;
    if (open != null) {
      open.close();
    }
  }
}
