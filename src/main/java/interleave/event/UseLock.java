package interleave.event;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says that a recording is in use: a lock on a file in it, which the system takes away when the
 * process that holds it ends, in whatever way. So a recording that nobody holds was left behind.
 *
 * <p>The locks are the process's, and closing any descriptor of the file drops them; therefore a
 * process never opens the file of a recording that it holds itself.
 */
final class UseLock implements AutoCloseable {
  /** Name of the file in the recording's folder. */
  static final String FILE = "in-use.lock";

  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private UseLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Holds a recording that was just made. */
  static UseLock of(Path folder) throws IOException {
    OURS.add(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.tryLock();
    } catch (IOException e) {
      // No locks on this file system: then whoever asks for it gets none either, and leaves it.
    }
    return new UseLock(folder, channel);
  }

  /** Holds a recording that nobody holds; empty where somebody does, or where nobody can tell. */
  static Optional<UseLock> take(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !OURS.add(folder)) {
      return Optional.empty();
    }
    @Nullable UseLock lock = null;
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      lock = new UseLock(folder, channel);
      if (channel.tryLock() != null) {
        return Optional.of(lock);
      }
    } catch (IOException e) {
      // It is somebody else's, or it is gone by now.
    }
    if (lock == null) {
      OURS.remove(folder);
    } else {
      lock.close();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The system lets go of it at the latest when this process ends.
    }
    OURS.remove(folder);
  }
}
