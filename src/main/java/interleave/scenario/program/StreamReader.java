package interleave.scenario.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Reads all that comes out of a pipe, on a thread of its own; keeps the beginning of it. */
final class StreamReader extends Thread {
  private static final int MOST_KEPT = 2000;
  private static final int MOST_LINES = 6;

  private final InputStream pipe;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final AtomicLong bytes = new AtomicLong();

  private StreamReader(String name, InputStream pipe) {
    super(name);
    this.pipe = pipe;
    setDaemon(true); // nobody waits for ever for a pipe that somebody else holds open
  }

  /** A thread of that name that reads the pipe from now on. */
  static StreamReader of(String name, InputStream pipe) {
    StreamReader reader = new StreamReader(name, pipe);
    reader.start();
    return reader;
  }

  @Override
  public void run() {
    byte[] piece = new byte[8192];
    try {
      for (int count = pipe.read(piece); count >= 0; count = pipe.read(piece)) {
        keep(piece, count); // read waits until something comes; -1 is the end
      }
    } catch (IOException e) {
      System.out.println("The " + getName() + " broke off: " + e.getMessage());
    }
  }

  private void keep(byte[] piece, int count) {
    bytes.addAndGet(count);
    kept.write(piece, 0, Math.min(count, MOST_KEPT - kept.size()));
  }

  /** Prints what came, or the beginning of it. */
  void show() {
    String text = kept.toString(StandardCharsets.UTF_8);
    text.lines()
        .limit(MOST_LINES)
        .forEach(line -> System.out.println(getName() + ": " + shortened(line)));
    if (bytes.get() > MOST_KEPT || text.lines().count() > MOST_LINES) {
      System.out.println(getName() + ": … " + bytes + " bytes in all");
    }
  }

  private static String shortened(String line) {
    return line.length() <= 100 ? line : line.substring(0, 100) + "…";
  }
}
