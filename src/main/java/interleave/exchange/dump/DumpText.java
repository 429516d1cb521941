package interleave.exchange.dump;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds dumps in the lines of a text, of whatever dialect, between whatever else it has. */
final class DumpText {
  /** What a line of other output is counted as. */
  static final String STRANGE = "line that is of no thread dump";

  private final List<Dialect> dialects;
  private final Consumer<String> unknown;
  private @Nullable Dialect current;
  private final LinePrefix prefix = new LinePrefix();
  private @Nullable String held;
  private long number;

  DumpText(Consumer<ThreadDump> dumps, Consumer<String> unknown) {
    this.unknown = unknown;
    dialects =
        List.of(
            new HotSpotDialect(dumps, unknown),
            new FileDialect(dumps, unknown),
            new FaultDialect(dumps, unknown),
            new PySpyDialect(dumps, unknown));
  }

  /** Whether one of these lines is the begin of a dump. */
  static boolean isIn(List<String> lines) {
    LinePrefix prefix = new LinePrefix();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (prefix.begins(line)
          || HotSpotDialect.isBegin(line)
          || HotSpotDialect.isWithoutBegin(line)
          || FaultDialect.isBegin(line)
          || PySpyDialect.isBegin(line) && isPython(lines, i + 1)
          || i > 1 && FileDialect.isBegin(lines.get(i - 2).strip(), lines.get(i - 1), line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPython(List<String> lines, int next) {
    return next < lines.size() && lines.get(next).startsWith("Python v");
  }

  /**
   * The line before is taken only now: with the title of a dump what stands before each is known.
   */
  void line(String whole) {
    prefix.begins(whole);
    held();
    held = whole;
  }

  private void held() {
    String line = held;
    held = null;
    if (line != null) {
      number++;
      bare(prefix.bare(line));
    }
  }

  private void bare(String line) {
    Dialect going = current;
    if (going != null && going.takes(line)) {
      return;
    }
    for (Dialect dialect : dialects) {
      if (dialect.begins(line, number)) {
        if (going != null && going != dialect) {
          going.ends();
        }
        current = dialect;
        return;
      }
    }
    current = going != null && going.isOpen() ? going : null;
    dialects.forEach(dialect -> dialect.passes(line));
    if (!line.isBlank() && !isHead(line)) {
      unknown.accept(STRANGE);
    }
  }

  /** What the head of a dump consists of is told with it, or of no interest without. */
  private static boolean isHead(String line) {
    return DumpTime.local(line) != null
        || DumpTime.instant(line) != null
        || line.matches("-?[0-9]{1,10}:?");
  }

  void end() {
    held();
    Dialect going = current;
    current = null;
    if (going != null) {
      going.ends();
    }
  }
}
