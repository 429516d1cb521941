package interleave.event;

import static interleave.event.SlotFormat.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * How much a recording has lost so far, without reading what it holds: a glance at the header of
 * each segment, while the run goes on.
 */
public final class LossMeter {
  /** Why nothing more is recorded. */
  public enum Cause {
    /** The recording has taken what it may take on disk. */
    CAP,
    DISK,
    OTHER
  }

  /** With less than that left segments hardly grow. */
  private static final long LEAST_CHUNK = 64 << 10;

  private static final long FULL_DISK = 1 << 20;

  private final Path folder;

  public LossMeter(Recording recording) {
    folder = recording.folder();
  }

  /** Events that the tracers have dropped until now, in all segments together. */
  public long lost() {
    long sum = 0;
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path segment : segments) {
        sum += lost(segment);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return sum; // it is being deleted
    }
    return sum;
  }

  private static long lost(Path segment) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(segment, LinkOption.NOFOLLOW_LINKS)) {
      while (header.hasRemaining() && channel.read(header) >= 0) {
        continue;
      }
    } catch (IOException | UnsupportedOperationException e) {
      return 0;
    }
    long lost = header.getLong(LOST_AT);
    return header.getLong(0) == MAGIC && lost < MOST_LOST ? Math.max(0, lost) : 0;
  }

  /** Why events are being lost now. */
  public Cause cause() {
    try {
      if (new Budget(folder).left() < LEAST_CHUNK) {
        return Cause.CAP;
      }
      return Files.getFileStore(folder).getUsableSpace() < FULL_DISK ? Cause.DISK : Cause.OTHER;
    } catch (IOException e) {
      return Cause.OTHER;
    }
  }
}
