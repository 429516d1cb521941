package interleave.exchange.intake;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments on a thread of its own, while the importer reads on. It is never more than a few
 * blocks behind. Until it has ended, nesting and segments of threads are its own.
 */
final class Writing {
  private static final int BEHIND = 4;

  /**
   * So many that were written are kept to be filled again. Threads fill theirs at about the same
   * time: where only as many were kept as can be behind, each time some were made and let go of.
   */
  private static final int FREE = 4 * BEHIND;

  private final Intake intake;
  private final Slots slots = new Slots();
  private final BlockingQueue<Runnable> full = new ArrayBlockingQueue<>(BEHIND);
  private final BlockingQueue<Records> free = new ArrayBlockingQueue<>(FREE);
  private @Nullable Thread thread;

  /** Of the thread that writes. */
  private boolean ended;

  private volatile @Nullable Throwable failure;

  Writing(Intake intake) {
    this.intake = intake;
  }

  /** Room for records, as it was in use before or new. */
  Records empty() {
    Records known = free.poll();
    return known == null ? new Records() : known;
  }

  /**
   * Writes it some time; nobody else may look at it any more.
   *
   * @throws IOException also where what was to be written before could not be
   */
  void put(Block block) throws IOException {
    check();
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("interleave segment writer").start(this::run);
    }
    try {
      full.put(() -> write(block));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void run() {
    while (!ended) {
      try {
        full.take().run();
      } catch (InterruptedException e) {
        failure = new IOException("interrupted", e);
      }
    }
  }

  private void write(Block block) {
    if (failure != null) {
      return; // what is not whole is of no use
    }
    try {
      block.write(intake, slots);
      block.records().clear();
      free.offer(block.records());
    } catch (IOException | RuntimeException | Error e) {
      failure = e; // who reads on has it, and never waits for ever
    }
  }

  /** Waits until all is written. */
  void finish() throws IOException {
    end();
    check();
  }

  /** Writes no more, where nobody will want it. */
  void abandon() {
    if (failure == null) {
      failure = new CancellationException();
    }
    end();
  }

  private void end() {
    Thread writing = thread;
    boolean interrupted = false;
    while (writing != null) {
      try {
        full.put(() -> ended = true);
        writing.join();
        writing = null;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    thread = null;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IOException(e);
    }
  }
}
