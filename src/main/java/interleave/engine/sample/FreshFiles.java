package interleave.engine.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Files that come into a folder, each handed out once. */
public final class FreshFiles implements Closeable {
  private final Path folder;
  private final Predicate<Path> wanted;
  private final WatchService watch;
  private boolean begun;

  public FreshFiles(Path folder, Predicate<Path> wanted) throws IOException {
    this.folder = folder;
    this.wanted = wanted;
    watch = folder.getFileSystem().newWatchService();
    folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
  }

  /**
   * Those that have come.
   *
   * @param patient whether it waits for one
   * @throws java.nio.file.ClosedWatchServiceException once it was closed
   */
  public Set<Path> take(boolean patient) throws InterruptedException {
    Set<Path> files = new HashSet<>();
    if (!begun) {
      begun = true;
      try (DirectoryStream<Path> before = Files.newDirectoryStream(folder, wanted::test)) {
        before.forEach(files::add);
      } catch (IOException | DirectoryIteratorException e) {
        return files; // the folder is gone
      }
    }
    WatchKey news = patient && files.isEmpty() ? watch.take() : watch.poll();
    if (news != null) {
      add(news, files);
    }
    return files;
  }

  private void add(WatchKey news, Set<Path> files) {
    for (WatchEvent<?> event : news.pollEvents()) {
      if (event.context() instanceof Path name && wanted.test(name)) {
        files.add(folder.resolve(name));
      }
    }
    news.reset();
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
