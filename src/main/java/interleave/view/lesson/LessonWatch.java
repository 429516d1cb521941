package interleave.view.lesson;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices that files of lessons were written, while somebody edits them beside the window. Where
 * the system tells nothing of files, they are looked at from time to time.
 */
public final class LessonWatch implements Closeable {
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  /** As deep as lessons are read, below a folder of them. */
  private static final int DEEPEST = 5;

  private static final int MOST_FOLDERS = 1_000;

  /** An editor writes a file in several goes, and several files one after the other. */
  private static final long QUIET_MS = 150;

  private static final long LONGEST_MS = 2_000;

  private final List<Path> places;
  private final Runnable changed;
  private final Duration between;
  private final @Nullable WatchService service;
  private final Thread thread;
  private volatile boolean closed;

  private LessonWatch(
      List<Path> places, Runnable changed, Duration between, @Nullable WatchService service) {
    this.places = List.copyOf(places);
    this.changed = changed;
    this.between = between;
    this.service = service;
    thread = Thread.ofPlatform().daemon().name("lesson watch").unstarted(this::follow);
  }

  /**
   * Begins to watch; with no places there is nothing to do.
   *
   * @param changed hears, on a thread of this, that something was written; perhaps nothing that
   *     matters
   */
  public static LessonWatch of(List<Path> places, Runnable changed) {
    return of(places, changed, Duration.ofSeconds(2), true);
  }

  /**
   * The same.
   *
   * @param between how often files are looked at where the system tells nothing of them
   * @param asks whether the system is asked to tell
   */
  static LessonWatch of(List<Path> places, Runnable changed, Duration between, boolean asks) {
    LessonWatch watch = new LessonWatch(places, changed, between, asks ? service(places) : null);
    if (!places.isEmpty()) {
      watch.thread.start();
    }
    return watch;
  }

  private static @Nullable WatchService service(List<Path> places) {
    try {
      return places.isEmpty() ? null : places.getFirst().getFileSystem().newWatchService();
    } catch (IOException | UnsupportedOperationException _) {
      return null;
    }
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  private void follow() {
    try {
      boolean told = service != null && isTold(service);
      changed.run(); // what was written before that
      while (!closed) {
        if (told && service != null) {
          await(service);
          told = isTold(service); // also of folders that are new
        } else {
          Thread.sleep(between);
        }
        if (!closed) {
          changed.run();
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException _) {
      // nobody wants to hear more
    }
  }

  /** Waits for something to be written, and until nothing more is for a while. */
  private static void await(WatchService service) throws InterruptedException {
    long since = System.nanoTime();
    WatchKey key = service.take();
    while (key != null) {
      key.pollEvents();
      key.reset();
      boolean goesOnForLong = System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(LONGEST_MS);
      key = goesOnForLong ? null : service.poll(QUIET_MS, TimeUnit.MILLISECONDS);
    }
  }

  /** Has the system tell of all folders that there are by now; whether it does. */
  private boolean isTold(WatchService service) {
    try {
      for (Path place : places) {
        if (!Files.isDirectory(place)) { // a zip, what was there once, or is still to be made
          Path nearest = nearest(place);
          if (nearest != null) {
            nearest.register(service, KINDS);
          }
        }
        for (Path folder : folders(place)) {
          folder.register(service, KINDS); // does nothing where it is registered
        }
      }
      return true;
    } catch (IOException | UncheckedIOException | UnsupportedOperationException _) {
      return false; // such as more folders than the system watches
    }
  }

  /** The folder that is there, and in which there will be something first. */
  private static @Nullable Path nearest(Path place) {
    Path above = place.getParent();
    while (above != null && !Files.isDirectory(above)) {
      above = above.getParent();
    }
    return above;
  }

  private static List<Path> folders(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(place, DEEPEST, new FileVisitOption[0])) {
      return all.filter(Files::isDirectory)
          .filter(each -> each.equals(place) || !each.getFileName().toString().startsWith("."))
          .limit(MOST_FOLDERS)
          .toList();
    }
  }

  /** Ends it, and waits until it has. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (service != null) {
        service.close();
      }
      if (thread.isAlive()) {
        thread.join(Duration.ofSeconds(2));
      }
    } catch (IOException _) {
      // it tells nothing more either way
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
