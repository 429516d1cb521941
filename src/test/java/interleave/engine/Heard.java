package interleave.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a run prints. */
public final class Heard implements OutputListener {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Override
  public synchronized void printed(boolean stderr, byte[] bytes, int length) {
    (stderr ? err : out).write(bytes, 0, length);
  }

  public synchronized byte[] outBytes() {
    return out.toByteArray();
  }

  public synchronized String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public synchronized String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
