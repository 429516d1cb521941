package interleave.process;

import interleave.event.OwnerOnly;
import interleave.event.Recorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where Unix domain sockets of this process are made: in the recording's folder, and without a
 * recording in a temporary folder; either may be entered by its owner only. That is what keeps
 * others out.
 */
final class SocketPlace {
  /** Linux has room for 108 bytes in an address, macOS for 104, both with an end of one byte. */
  private static final int LONGEST_PATH = 103;

  private static final Path SHORT_TEMPORARY = Path.of("/tmp");

  private static final String LONG_NUMBER = "0".repeat(20);

  private static final SplittableRandom KEYS =
      new SplittableRandom(System.nanoTime() ^ Long.rotateLeft(ProcessHandle.current().pid(), 32));

  private static @Nullable Path made;

  private SocketPlace() {}

  /** A number that no other object of the run has, never 0. */
  static synchronized long newKey() {
    return KEYS.nextLong() | 1;
  }

  /** A path for a new socket. */
  static Path socket(String prefix, long key) throws IOException {
    String name = prefix + Long.toHexString(key) + ".sock";
    Recorder recorder = Recorder.current();
    if (recorder.on()) {
      Path inRecording = recorder.folder().resolve(name);
      if (fits(inRecording)) {
        return inRecording;
      }
    }
    Path socket = privateFolder().resolve(name);
    socket.toFile().deleteOnExit(); // and then its folder: in reverse order
    return socket;
  }

  private static synchronized Path privateFolder() throws IOException {
    Path folder = made;
    if (folder == null) {
      folder = folderBelow(Path.of(System.getProperty("java.io.tmpdir")));
      folder.toFile().deleteOnExit();
      made = folder;
    }
    return folder;
  }

  /**
   * A new folder that only its owner may enter, in another place if paths would become too long.
   */
  static Path folderBelow(Path temporary) throws IOException {
    boolean fits =
        fits(temporary.resolve("interleave-" + LONG_NUMBER).resolve("q" + LONG_NUMBER + ".sock"));
    return create(fits ? temporary : SHORT_TEMPORARY);
  }

  private static boolean fits(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
  }

  private static Path create(Path parent) throws IOException {
    return OwnerOnly.newFolder(parent, "interleave-");
  }
}
