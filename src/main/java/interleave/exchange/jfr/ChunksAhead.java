package interleave.exchange.jfr;

import interleave.file.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Finds chunks, and in which order their events are to be read, on a thread of its own, while those
 * of the chunk before are read.
 */
final class ChunksAhead implements ChunkSink, AutoCloseable {
  /** So many chunks are in memory. */
  private static final int MOST = 2;

  private final FileChannel file;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST);
  private final Queue<Window> free = new ConcurrentLinkedQueue<>();
  private @Nullable Thread thread;
  private volatile boolean ended;
  private int chunks;
  private @Nullable Throwable failure;

  /** Something that was found. */
  private interface Told {
    void to(FlightImport taker) throws IOException;
  }

  private static final Told LAST = _ -> {};

  ChunksAhead(FileChannel file) {
    this.file = file;
  }

  /** Hands all over, on the thread that calls; returns how many chunks there were. */
  int read(FlightImport to) throws IOException {
    thread = Thread.ofPlatform().daemon().name("interleave chunk finder").start(this::find);
    try {
      for (Told next = told.take(); next != LAST; next = told.take()) {
        next.to(to);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IOException(e);
    }
    return chunks;
  }

  private void find() {
    try {
      chunks = new Chunks(file, this::window, this).read();
    } catch (IOException | RuntimeException | Error e) {
      failure = e; // such as no memory: who waits for the rest must hear of it
    }
    told.add(LAST);
  }

  private Window window() {
    acquire();
    Window known = free.poll();
    return known == null ? new Window(file) : known;
  }

  private void acquire() {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      throw new CancellationException(); // nobody takes any more
    }
  }

  @Override
  public void anotherRuntime() {
    told.add(FlightImport::anotherRuntime);
  }

  @Override
  public void trouble(Trouble what, long at, long next) {
    told.add(taker -> taker.trouble(what, at, next));
  }

  @Override
  public void chunk(Chunk chunk, ChunkHead clock, boolean closed) throws IOException {
    boolean large = chunk.to() - chunk.from() > Window.KEPT;
    if (large) {
      acquire(); // with what belongs to it no other has room beside it
    }
    Progress unmoved = (_, _) -> !ended;
    ThreadOrder order = ThreadOrder.of(chunk, unmoved);
    if (order.isScattered()) {
      chunk.file().keep(chunk.from(), chunk.to());
    }
    told.add(
        taker -> {
          taker.chunk(order, clock, closed);
          free.add(chunk.file());
          room.release(large ? MOST : 1);
        });
  }

  /** Looks no further. */
  @Override
  public void close() {
    ended = true;
    Thread finding = thread;
    boolean interrupted = false;
    while (finding != null) {
      finding.interrupt();
      try {
        finding.join();
        finding = null;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
