package interleave.engine;

import interleave.event.OutputRate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records line by line what the root process prints as long as it does not do so itself. Called
 * from the thread of one stream.
 *
 * <p>Of a program in Java or Python it is expected that it will; its lines are kept back, and
 * recorded only if it ends without a word of its own, as when the JVM says why it did not start, or
 * if its tracer gives up.
 */
final class UntracedOutput implements OutputListener {
  private static final int MOST_KEPT = 1000;
  private static final int LONGEST_LINE = 8192;

  /** So much is looked at line by line at once, and then so much a second. */
  private static final long BURST = 16 << 20;

  private static final long PER_SECOND = 8 << 20;
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private final EngineLog log;
  private final long pid;
  private final @Nullable UntracedChildOutput foreign;
  private final Charset charset;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final OutputRate rate = new OutputRate(BURST, PER_SECOND);
  private boolean broken;
  private boolean traced;
  private long looked;
  private boolean lastStderr;
  private boolean expectTraced;
  private final List<String> keptBack = new ArrayList<>();

  /**
   * For one stream of the process.
   *
   * @param foreign is told all lines, also when the process records its own; may be null
   */
  UntracedOutput(
      EngineLog log,
      long pid,
      Charset charset,
      boolean expectTraced,
      @Nullable UntracedChildOutput foreign) {
    this.expectTraced = expectTraced;
    this.foreign = foreign;
    this.log = log;
    this.pid = pid;
    this.charset = charset;
    this.looked = System.nanoTime() - LOOK_EVERY;
  }

  @Override
  public void printed(boolean stderr, byte[] bytes, int length) {
    lastStderr = stderr;
    if (isTraced() && foreign == null) {
      return;
    }
    if (!rate.admits(length)) {
      say(rate.count(bytes, 0, length));
      if (foreign != null) {
        foreign.flooded();
      }
      line.reset();
      broken = bytes[length - 1] != '\n';
      return;
    }
    say(rate.counted());
    for (int begin = 0; begin < length; ) {
      int end = begin;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      line.write(bytes, begin, Math.clamp(LONGEST_LINE - line.size(), 0, end - begin));
      if (end < length) {
        end();
      }
      begin = end + 1;
    }
  }

  private void say(@Nullable String words) {
    if (words != null && !traced && !expectTraced) {
      log.counted(pid, lastStderr, words);
    }
  }

  /** What stands in the last line has no end. */
  void finish() {
    traced = log.isTraced(pid);
    say(rate.counted());
    if (line.size() > 0) {
      end();
    }
    if (!traced) {
      release();
    }
  }

  private void release() {
    keptBack.forEach(each -> log.printed(pid, lastStderr, each));
    keptBack.clear();
  }

  private void end() {
    String text = line.toString(charset);
    line.reset();
    if (broken) {
      broken = false; // of a line whose beginning was only counted
      return;
    }
    String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    if (foreign != null) {
      foreign.line(lastStderr, whole);
    }
    if (traced) {
      return;
    }
    if (!expectTraced) {
      log.printed(pid, lastStderr, whole);
    } else if (keptBack.size() < MOST_KEPT) {
      keptBack.add(whole);
    }
  }

  private boolean isTraced() {
    long now = System.nanoTime();
    if (!traced && now - looked >= LOOK_EVERY) {
      looked = now;
      traced = log.isTraced(pid);
      if (traced) {
        keptBack.clear();
      } else if (expectTraced && log.hasFailed(pid)) {
        expectTraced = false;
        release();
      }
    }
    return traced;
  }
}
