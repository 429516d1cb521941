package interleave.laboratory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A process that runs a program under control, and what it says beside. */
final class HostProcess implements Hosts.Host {
  private static final int TAIL = 4096;
  private static final long LEAVE_MS = 500;

  private final Process process;
  private final StringBuilder tail = new StringBuilder();

  HostProcess(ProcessBuilder builder, String address) throws IOException {
    builder.environment().put("INTERLEAVE_CONTROL", address);
    builder.redirectErrorStream(true);
    process = builder.start();
    process.getOutputStream().close();
    Thread.ofVirtual().name("host output").start(this::drain);
  }

  /** A host prints where something is wrong: of the program's output it sends lines. */
  private void drain() {
    byte[] bytes = new byte[TAIL];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        synchronized (tail) {
          tail.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
          tail.delete(0, Math.max(0, tail.length() - TAIL));
        }
      }
    } catch (IOException e) {
      // It is gone.
    }
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  /** After it has had a moment to end. */
  @Override
  public String lastWords() {
    try {
      boolean _ = process.waitFor(LEAVE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (tail) {
      String all = tail.toString().strip();
      return all.substring(all.lastIndexOf('\n') + 1).strip();
    }
  }

  @Override
  public void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void leave() {
    try {
      boolean _ = process.waitFor(LEAVE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end();
  }
}
