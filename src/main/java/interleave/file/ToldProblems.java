package interleave.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;

/** What was missing of a recording when it was saved, a line each, so that it is not forgotten. */
record ToldProblems(List<String> sentences) implements FurtherEntry {
  static final String NAME = "problems";

  /** More of it is not read. */
  static final int MOST_BYTES = 1 << 16;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void write(FileChannel to, long segments, LongConsumer written) throws IOException {
    ByteBuffer text = StandardCharsets.UTF_8.encode(String.join("\n", sentences));
    while (text.hasRemaining()) {
      to.write(text);
    }
  }

  static List<String> read(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().filter(it -> !it.isBlank()).toList();
  }
}
