package interleave.event;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends a traced process when the engine that records it is gone, however that came about. The
 * engine holds an exclusive lock on the file {@value #FILE} of the recording for as long as the run
 * lasts; a traced process asks for a shared one, ten times a second. When the engine ends, be it by
 * {@code kill -9}, the kernel drops the lock, and whoever gets it then halts.
 *
 * <p>Whoever holds the lock must not open that file a second time in the same process: closing any
 * descriptor of it drops the lock.
 */
public final class Lifeline {
  /** Name of the file in the recording's folder. */
  public static final String FILE = "alive.lock";

  /** Exit code of a process whose engine is gone. */
  public static final int EXIT_CODE = 75;

  private static final long INTERVAL = 100_000_000;
  private static final int SECOND = 10;

  private static final AtomicBoolean WATCHED = new AtomicBoolean();

  private Lifeline() {}

  /** Where a program that lists its own threads does not meet ours. */
  public static ThreadGroup group() {
    return Prefault.systemGroup();
  }

  /**
   * Lets this process end with the engine, from now on. Does nothing when the process is not
   * recorded, when nobody holds a lifeline, and the second time.
   */
  public static void watch() {
    watch(null);
  }

  /**
   * As {@link #watch()}.
   *
   * @param later is run on the thread that this begins, a second after the begin: what has time
   */
  public static void watch(@Nullable Runnable later) {
    Recorder recorder = Recorder.current();
    if (!recorder.on() || !WATCHED.compareAndSet(false, true)) {
      return;
    }
    Path file = recorder.folder().resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    // No lambda: this runs before the program's main, and the first one in a JVM takes
    // milliseconds.
    Thread thread =
        new Thread(Prefault.systemGroup(), null, "Interleave lifeline", 256 << 10, false) {
          @Override
          public void run() {
            await(file, later);
          }
        };
    thread.setDaemon(true);
    recorder.service(thread);
    thread.start();
  }

  private static void await(Path file, @Nullable Runnable later) {
    LockSupport.parkNanos(INTERVAL); // the program is just starting, and has better things to do
    boolean lives = true;
    for (int times = 0; lives; ) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        // Asking again and again instead of waiting in the system: a JVM with a thread in a system
        // call takes 0.3 s longer to end.
        for (; channel.tryLock(0, Long.MAX_VALUE, true) == null; times++) {
          if (times == SECOND && later != null) {
            later.run();
          }
          LockSupport.parkNanos(INTERVAL);
        }
        lives = false;
      } catch (NoSuchFileException e) {
        lives = false; // the run is over, and its recording gone
      } catch (IOException e) {
        return; // no locks on this file system: the engine ends what it started when it ends
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(INTERVAL); // it is the program's heap, and may have room again
      }
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }
}
