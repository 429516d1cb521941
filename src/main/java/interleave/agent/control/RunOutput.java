package interleave.agent.control;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the threads of a run print; what others do goes where it always went. */
final class RunOutput {
  private final PrintStream before = System.err;
  private Stream out = new Stream(before);
  private Stream errors = new Stream(before);

  /** From now on it is told with that run. */
  void begin(Course course) {
    if (out.closed || errors.closed) {
      renew();
    }
    out.begin(course);
    errors.begin(course);
    System.setOut(out.prints);
    System.setErr(errors.prints);
  }

  /** Those there were may be in the hands of threads that do not end. */
  void renew() {
    out = new Stream(before);
    errors = new Stream(before);
  }

  /** Lines without an end are told, too. */
  void end() {
    out.finish();
    errors.finish();
  }

  /** Into lines of the journal. */
  private static final class Stream extends OutputStream {
    private final PrintStream otherwise;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile @Nullable Course course;

    /** Prints here; to make one for each run took a quarter of what is allocated. */
    final PrintStream prints = new PrintStream(this, true, StandardCharsets.UTF_8);

    /** By the program, after which it prints nothing any more. */
    volatile boolean closed;

    Stream(PrintStream otherwise) {
      this.otherwise = otherwise;
    }

    synchronized void begin(Course of) {
      line.reset();
      course = of;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      Strand strand = Strand.of(Thread.currentThread());
      if (strand == null) {
        otherwise.write(bytes, from, count);
      } else if (strand.course == course && !strand.course.isOver()) {
        add(strand.course, bytes, from, count);
      }
    }

    private synchronized void add(Course to, byte[] bytes, int from, int count) {
      for (int i = from; i < from + count; i++) {
        line.write(bytes[i]);
        if (bytes[i] == '\n') {
          tell(to);
        }
      }
    }

    synchronized void finish() {
      Course to = course;
      if (to != null) {
        tell(to);
      }
    }

    private void tell(Course to) {
      if (line.size() > 0) {
        to.journal.line("out").field(line.toString(StandardCharsets.UTF_8)).end();
        line.reset();
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
