package interleave.agent.control;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the threads of a run print; what others do goes where it always went. */
final class RunOutput {
  private final PrintStream before = System.err;
  private @Nullable Stream out;
  private @Nullable Stream errors;

  /** From now on it is told with that run. */
  void begin(Course course) {
    Stream to = new Stream(course, before);
    Stream failures = new Stream(course, before);
    out = to;
    errors = failures;
    System.setOut(new PrintStream(to, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(failures, true, StandardCharsets.UTF_8));
  }

  /** Lines without an end are told, too. */
  void end(Course course) {
    Stream to = out;
    Stream failures = errors;
    if (to != null && failures != null) {
      to.finish();
      failures.finish();
    }
  }

  /** Into lines of the journal. */
  private static final class Stream extends OutputStream {
    private final Course course;
    private final PrintStream otherwise;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Stream(Course course, PrintStream otherwise) {
      this.course = course;
      this.otherwise = otherwise;
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
      } else if (strand.course == course && !course.isOver()) {
        add(bytes, from, count);
      }
    }

    private synchronized void add(byte[] bytes, int from, int count) {
      for (int i = from; i < from + count; i++) {
        line.write(bytes[i]);
        if (bytes[i] == '\n') {
          finish();
        }
      }
    }

    synchronized void finish() {
      if (line.size() > 0) {
        course.journal.line("out").field(line.toString(StandardCharsets.UTF_8)).end();
        line.reset();
      }
    }
  }
}
