package interleave.program.annotation;

import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Annotations as an entry of a saved file: a line for each, its kind, its time in nanoseconds and
 * its text, with tabulators between them. The file may be from anybody: a line that is no such line
 * is passed over, and of very many the rest.
 */
public record KeptAnnotations(Supplier<Annotations> annotations) implements FurtherEntry {
  private static final String NAME = "annotations";
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_LINES = 10_000;
  private static final String MARK = "mark";
  private static final String TYPED = "typed";
  private static final String GUESS = "guess";
  private static final String RANGE = "range";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isForParts() {
    return true;
  }

  @Override
  public List<FurtherEntry> entries() {
    return annotations.get().isEmpty() ? List.of() : List.of(this);
  }

  @Override
  public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text(annotations.get()).getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  static String text(Annotations annotations) {
    StringBuilder text = new StringBuilder();
    annotations.marks().forEach(mark -> line(text, MARK, mark.time(), mark.note()));
    annotations.typed().forEach(line -> line(text, TYPED, line.time(), line.text()));
    annotations.guess().ifPresent(guess -> line(text, GUESS, 0, guess));
    annotations
        .range()
        .ifPresent(range -> line(text, RANGE, range.from(), Long.toString(range.to())));
    return text.toString();
  }

  private static void line(StringBuilder text, String kind, long time, String said) {
    String plain = said.replaceAll("\\p{Cntrl}", " ");
    text.append(kind).append('\t').append(time).append('\t').append(plain).append('\n');
  }

  /** Those that a file keeps; none where it keeps none, or they are damaged. */
  public static Annotations of(OpenedRecording opened) {
    return opened
        .part(NAME)
        .flatMap(part -> part.bytes(MOST_BYTES))
        .map(bytes -> read(new String(bytes, StandardCharsets.UTF_8)))
        .orElse(Annotations.NONE);
  }

  static Annotations read(String text) {
    List<TimeMark> marks = new ArrayList<>();
    List<Annotations.Typed> typed = new ArrayList<>();
    Optional<String> guess = Optional.empty();
    Optional<TimeRange> range = Optional.empty();
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      String[] parts = line.split("\t", 3);
      Optional<Long> time = parts.length == 3 ? number(parts[1]) : Optional.empty();
      if (time.isEmpty()) {
        continue;
      }
      switch (parts[0]) {
        case MARK -> marks.add(new TimeMark(time.get(), parts[2]));
        case TYPED -> typed.add(new Annotations.Typed(time.get(), parts[2]));
        case GUESS -> guess = Optional.of(parts[2]);
        case RANGE -> range = number(parts[2]).map(to -> TimeRange.between(time.get(), to));
        default -> {} // of a version to come
      }
    }
    return new Annotations(marks, typed, guess, range);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
