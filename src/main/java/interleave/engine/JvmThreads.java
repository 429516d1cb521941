package interleave.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The threads that a JVM has for itself, by what the system calls them, and those with which a run
 * is recorded: nobody counts them among a program's.
 */
final class JvmThreads {
  /** How their names begin, a line each; the system cuts a name after fifteen letters. */
  private static final List<String> BEGINNINGS = read();

  private JvmThreads() {}

  private static List<String> read() {
    try (InputStream in = JvmThreads.class.getResourceAsStream("jvm-threads.txt")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of(); // then they are shown
    }
  }

  static boolean isOne(String name) {
    for (String each : BEGINNINGS) {
      if (name.startsWith(each)) {
        return true;
      }
    }
    return false;
  }
}
