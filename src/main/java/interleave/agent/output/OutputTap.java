package interleave.agent.output;

import interleave.agent.trace.Lane;
import interleave.agent.trace.LaneListener;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sits between {@code System.out} and what it was before: {@code PrintStream(OutputTap(PrintStream
 * as it was))}. The outermost one is an ordinary one of the JDK, with the JDK's own encoding,
 * locking and formatting; the tap passes on the bytes that come out of it, in the same pieces, and
 * keeps a copy for the line that the calling thread is printing. A tap is a {@code PrintStream} so
 * that {@code checkError} reaches the end.
 */
public final class OutputTap extends PrintStream {
  private static final Set<OutputLane> WITH_LINES = ConcurrentHashMap.newKeySet();
  private static @Nullable OutputTap standard;
  private static @Nullable OutputTap errors;

  private final PrintStream original;
  private final Charset charset;
  private final int flags;

  private OutputTap(PrintStream original, int flags) {
    super(original);
    this.original = original;
    this.charset = original.charset();
    this.flags = flags;
  }

  public static void install() {
    OutputTap out = new OutputTap(System.out, 0);
    OutputTap err = new OutputTap(System.err, Flags.STDERR);
    standard = out;
    errors = err;
    System.setOut(new PrintStream(out, false, out.charset));
    System.setErr(new PrintStream(err, false, err.charset));
    Lane.listen(new Rest());
  }

  /** Called by rewritten code before it prints: from where the next line comes. */
  public static void at(int site) {
    try {
      OutputLane.of(Lane.current()).site = site;
    } catch (Throwable e) {
      // Then the line has no site.
    }
  }

  @Override
  public void write(int b) {
    original.write(b);
    keep((byte) b);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    original.write(bytes, from, count);
    keep(bytes, from, count);
  }

  @Override
  public void flush() {
    original.flush();
  }

  @Override
  public void close() {
    original.close();
  }

  @Override
  public boolean checkError() {
    return original.checkError();
  }

  private void keep(byte b) {
    keep(new byte[] {b}, 0, 1);
  }

  private void keep(byte[] bytes, int from, int count) {
    try {
      Lane lane = Lane.current();
      OutputLane mine = OutputLane.of(lane);
      LineBuffer line = mine.lines[flags];
      if (line == null) {
        line = new LineBuffer();
        mine.lines[flags] = line;
      }
      if (count > 0 && !mine.rate.admits(count)) {
        recordCount(lane, mine, mine.rate.count(bytes, from, count));
        line.skip(bytes[from + count - 1]);
      } else {
        recordCount(lane, mine, mine.rate.counted());
        for (int i = from; i < from + count; i++) {
          String complete = line.add(bytes[i], charset);
          if (complete != null) {
            record(lane, mine, complete);
          }
        }
      }
      // Asked only once in a while: a lane stays in the set.
      if (!mine.listed && mine.hasLine()) {
        mine.listed = true;
        WITH_LINES.add(mine);
      }
    } catch (Throwable e) {
      // Printed, but not recorded.
    }
  }

  private void recordCount(Lane by, OutputLane of, @Nullable String words) {
    if (words != null) {
      by.log.text(EventKind.OUTPUT, flags | Flags.COUNTED, 0, of.site, 0, words);
    }
  }

  private void record(Lane by, OutputLane of, String line) {
    by.log.text(EventKind.OUTPUT, flags, 0, of.site, 0, line);
  }

  /** Records what threads printed of lines that they did not end. */
  private static final class Rest implements LaneListener {
    @Override
    public void lastWords(Lane lane) {
      OutputLane mine = OutputLane.known(lane);
      if (mine != null) {
        flush(lane, mine);
      }
    }

    @Override
    public void processEnds() {
      for (OutputLane each : WITH_LINES) {
        if (each.hasLine()) {
          flush(Lane.current(), each);
        }
      }
    }
  }

  private static void flush(Lane by, OutputLane of) {
    if (of.listed) {
      of.listed = false;
      WITH_LINES.remove(of);
    }
    if (standard != null) {
      standard.recordCount(by, of, of.rate.counted());
    }
    flush(by, of, standard);
    flush(by, of, errors);
  }

  private static void flush(Lane by, OutputLane of, @Nullable OutputTap tap) {
    LineBuffer line = tap == null ? null : of.lines[tap.flags];
    if (tap != null && line != null && !line.isEmpty()) {
      tap.record(by, of, line.take(tap.charset));
    }
  }
}
