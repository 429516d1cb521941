package interleave.exchange.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import interleave.exchange.intake.Lines;
import interleave.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Reads the dumps of one file, text or JSON. */
final class DumpReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Words WORDS = Words.of("exchange/dump");

  private final Moments moments;
  private final Consumer<String> unknown;
  private final Consumer<String> torn;

  /**
   * @param torn hears where a file ends in the middle of something
   */
  DumpReader(Moments moments, Consumer<String> unknown, Consumer<String> torn) {
    this.moments = moments;
    this.unknown = unknown;
    this.torn = torn;
  }

  void text(Lines lines) throws IOException {
    DumpText text = new DumpText(this::add, sort -> unknown(sort, lines));
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (lines.isUnended() && isOpenFrame(line)) {
          cut(lines);
        } else {
          text.line(line);
        }
      }
      text.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A line of a thread that is not understood and has no end is one that was cut off. */
  private void unknown(String sort, Lines lines) {
    boolean within = sort.equals(Dialect.WITHIN_THREAD) || sort.equals(Dialect.MARK);
    if (within && lines.isUnended()) {
      cut(lines);
    } else {
      unknown.accept(sort);
    }
  }

  private static boolean isOpenFrame(String line) {
    String text = line.strip();
    return text.startsWith("at ") && !text.endsWith(")");
  }

  private void cut(Lines lines) {
    torn.accept(WORDS.get("cut-line", lines.number()));
  }

  private void add(ThreadDump dump) {
    try {
      moments.add(dump);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What there is up to where it is damaged counts, and the place is told. */
  void json(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        PySpyJson read = new PySpyJson(json, unknown);
        guarded(read::read);
        for (ThreadDump dump : read.dumps.values()) {
          whole(dump);
        }
      } else {
        DumpJson read = new DumpJson(json, unknown);
        guarded(read::read);
        whole(read.dump());
      }
    }
  }

  private void whole(ThreadDump dump) throws IOException {
    if (!dump.threads.isEmpty()) {
      dump.settle();
      moments.add(dump);
    }
  }

  /** Reads a document. */
  @FunctionalInterface
  private interface Reading {
    void read() throws IOException;
  }

  private void guarded(Reading reading) throws IOException {
    try {
      reading.read();
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      torn.accept(WORDS.get(e instanceof JsonEOFException ? "cut-off" : "damaged", line));
    }
  }
}
