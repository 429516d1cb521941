package interleave.file;

import interleave.words.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What was missing of a recording when it was saved, a line each, so that it is not forgotten; or
 * else what was wrong with the file that it was made of.
 */
public record ToldProblems(String name, List<String> sentences) implements FurtherEntry {
  /** Of a recording of which something is missing. */
  private static final String MISSING = "problems";

  /** Of one of which nothing is. */
  private static final String REMARKS = "remarks";

  /** More of it is not read. */
  static final int MOST_BYTES = 1 << 16;

  private static final Words WORDS = Words.of("file");

  public ToldProblems {
    sentences = List.copyOf(sentences);
  }

  /**
   * What to keep with a recording, which may be nothing.
   *
   * @param manifest of the recording that they are of; of which part that is it says itself
   * @param incomplete whether some of it is missing
   */
  public static List<ToldProblems> of(
      Manifest manifest, List<String> problems, boolean incomplete) {
    String part = manifest.part() == null ? "" : WORDS.get("part", manifest.part());
    List<String> told = problems.stream().filter(it -> !it.equals(part)).toList();
    return told.isEmpty()
        ? List.of()
        : List.of(new ToldProblems(incomplete ? MISSING : REMARKS, told));
  }

  @Override
  public boolean isForParts() {
    return true;
  }

  @Override
  public void write(FileChannel to, long segments, LongConsumer written) throws IOException {
    ByteBuffer text = StandardCharsets.UTF_8.encode(String.join("\n", sentences));
    while (text.hasRemaining()) {
      to.write(text);
    }
  }

  /** Whether an entry of that name is one of them. */
  static boolean isName(String entry) {
    return entry.equals(MISSING) || entry.equals(REMARKS);
  }

  /** Tells what stands in an entry. */
  static void heed(String entry, byte[] bytes, Problems problems) {
    new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .filter(it -> !it.isBlank())
        .forEach(entry.equals(MISSING) ? problems::missing : problems::remark);
  }
}
