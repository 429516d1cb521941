package interleave.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A trace in Chrome's JSON as tools write them, of about a hundred bytes an event: slices told as a
 * whole and by begin and end, nested, most with arguments; some moments, counters and flows.
 * Arguments: the file, and how many events.
 */
final class ChromeFile {
  private static final int THREADS = 8;
  private static final int BUFFER = 1 << 20;

  private final OutputStream out;
  private final StringBuilder line = new StringBuilder();
  private final long events;
  private long written;
  private long flows;

  private ChromeFile(OutputStream out, long events) {
    this.out = out;
    this.events = events;
  }

  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Long.parseLong(arguments[1]));
  }

  static void write(Path file, long events) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      new ChromeFile(out, events).write();
    }
  }

  private void write() throws IOException {
    out.write("{\"traceEvents\":[\n".getBytes(StandardCharsets.US_ASCII));
    for (int thread = 0; thread < THREADS; thread++) {
      name(thread);
    }
    for (long turn = 0; written < events - 1; turn++) {
      turn((int) (turn % THREADS), turn * 10_000);
    }
    line.setLength(0);
    begin("\"last\"", "i", 0, written * 2_000);
    line.append("}\n]}\n");
    out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** What a thread does by turns, over 9 µs. */
  private void turn(int thread, long at) throws IOException {
    long number = written;
    begin("\"handle request\"", "B", thread, at);
    end(",\"args\":{\"id\":" + number + "}");
    for (int i = 0; i < 4; i++) {
      long from = at + 500 + i * 2_000L;
      begin("\"parse header " + (number + i) % 50 + "\"", "X", thread, from);
      end(",\"dur\":1.750,\"args\":{\"size\":" + (number & 4095) + "}");
      begin("\"copy\"", "X", thread, from + 250);
      end(",\"dur\":0.5");
    }
    if (number % 3 == 0) {
      begin("\"load\"", "C", thread, at + 8_500);
      end(",\"args\":{\"value\":" + number % 100 + "}");
    } else if (number % 3 == 1) {
      begin("\"tick\"", "i", thread, at + 8_500);
      end(",\"s\":\"t\"");
    } else {
      begin("\"hand over\"", ++flows % 2 == 1 ? "s" : "f", thread, at + 8_600);
      end(",\"bp\":\"e\",\"id\":\"0x" + Long.toHexString((flows + 1) / 2) + "\"");
    }
    begin("\"handle request\"", "E", thread, at + 9_000);
    end("");
  }

  private void name(int thread) throws IOException {
    line.setLength(0);
    line.append("{\"ph\":\"M\",\"name\":\"thread_name\",\"pid\":").append(7 + thread % 2);
    line.append(",\"tid\":").append(100 + thread);
    end(",\"args\":{\"name\":\"worker " + thread + "\"}");
  }

  private void begin(String name, String phase, int thread, long nanos) {
    line.setLength(0);
    line.append("{\"name\":").append(name).append(",\"cat\":\"app\",\"ph\":\"").append(phase);
    line.append("\",\"pid\":").append(7 + thread % 2).append(",\"tid\":").append(100 + thread);
    line.append(",\"ts\":").append(50_000_000_000L + nanos / 1000).append('.');
    long rest = nanos % 1000;
    line.append(rest < 10 ? "00" : rest < 100 ? "0" : "").append(rest);
  }

  private void end(String rest) throws IOException {
    line.append(rest).append("},\n");
    out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    written++;
  }
}
