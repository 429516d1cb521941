package interleave.exchange;

import interleave.exchange.intake.Lines;
import interleave.exchange.strace.StraceFormat;
import interleave.file.Strangers;
import interleave.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Files of other tools that are near to what is read and are not: what they are is said, and what
 * could be recorded in their place. Each has a line here and words of its own.
 */
final class KnownStrangers implements Strangers {
  private static final Words WORDS = Words.of("exchange/stranger");

  /** So many lines tell what a text is. */
  private static final int LOOKED_AT = 200;

  /** So many letters of a line do: what is sought in it costs more than twice for twice as many. */
  private static final int LONGEST = 1000;

  private static final String CALL_FRAME = "\"callFrame\"\\s*:";

  /** A file that is known, by the name of its words. */
  private record Kind(String key, Predicate<Head> isOne) {}

  /** Made when a file is asked about, which few are. */
  private static final class Known {
    static final Pattern PAIR =
        Pattern.compile("\n\u0004\b[^\\u0000]\u0010[^\\u0000]", Pattern.DOTALL);

    static final List<Kind> KINDS =
        List.of(
            new Kind("heap-dump", begins("JAVA PROFILE 1.0")),
            new Kind("perf-data", begins("PERFILE2")),
            new Kind("nettrace", begins("Nettrace")),
            new Kind("ninja", begins("# ninja log")),
            new Kind("v8-log", begins("v8-version,")),
            new Kind("core", KnownStrangers::isCore),
            new Kind("go-trace", begins("go 1.").and(head -> head.text.startsWith(" trace", 7))),
            new Kind("pprof", KnownStrangers::isProfile),
            new Kind("cpu-profile", json("\"nodes\"\\s*:").and(json(CALL_FRAME))),
            new Kind("heap", json("\"head\"\\s*:").and(json(CALL_FRAME))),
            new Kind("heap", json("\"snapshot\"\\s*:").and(json("\"node_fields\"\\s*:"))),
            new Kind("node-report", json("\"reportVersion\"\\s*:")),
            new Kind("speedscope", json("speedscope\\.app/file-format-schema")),
            new Kind("firefox", json("\"(preprocessedProfileVersion|geckoVersion)\"\\s*:")),
            new Kind("firefox", json("\"meta\"\\s*:").and(json("\"(startTime|interval)\"\\s*:"))),
            new Kind("spans", json("\"resourceSpans\"\\s*:")),
            new Kind(
                "go-dump", line("goroutine (profile: total )?[0-9]+( .*\\[.+\\]:| \\[.+\\]:|)")),
            new Kind("jvm-crash", line("# A fatal error has been detected by the Java Runtime .*")),
            new Kind("jhsdb", line("Thread [0-9]+: \\(state = [A-Z_]+\\)")),
            new Kind("jhsdb", line(".* @bci=-?[0-9]+.*\\((Compiled|Interpreted) frame.*\\)")),
            new Kind("pystack", line("Traceback for thread [0-9]+ .*\\(most recent call last\\):")),
            new Kind("dotnet", line("Thread \\(0x[0-9A-Fa-f]+\\):")),
            new Kind("native-stacks", line("Thread [0-9]+ \\((Thread 0x[0-9a-f]+ \\()?LWP .*")),
            new Kind("native-stacks", line("PID [0-9]+ - process|TID [0-9]+:")),
            new Kind("native-stacks", line("\\* thread #[0-9]+, .*|#0 +(0x[0-9a-f]+ )?in .*")),
            new Kind("perf-trace", line(" +(\\?|[0-9.]+) \\( *([0-9.]+ ms)?\\): .*")),
            new Kind(
                "perf-script", line(" *\\S.* +[0-9/]+ (\\[[0-9]+\\] )?+ *[0-9]+\\.[0-9]{6,9}: .*")),
            new Kind("ltrace", head -> StraceFormat.isOfLibraries(head.lines)),
            new Kind("strace-table", line("% time +seconds +usecs/call .*")),
            new Kind("folded", KnownStrangers::isFolded));
  }

  /** How a file begins, as bytes, as letters and in lines. */
  private static final class Head {
    final byte[] bytes;
    final String text;
    final List<String> lines;

    Head(byte[] bytes) {
      this.bytes = bytes;
      text = new String(bytes, StandardCharsets.ISO_8859_1);
      List<String> all = Lines.ofHead(bytes);
      lines = all.subList(0, Math.min(LOOKED_AT, all.size()));
    }
  }

  @Override
  public Optional<String> sentence(Object file, byte[] head) {
    Head read = new Head(head);
    return Known.KINDS.stream()
        .filter(kind -> kind.isOne.test(read))
        .findFirst()
        .map(kind -> WORDS.get(kind.key, file));
  }

  private static Predicate<Head> begins(String text) {
    return head -> head.text.startsWith(text);
  }

  /** An object of JSON with that in its beginning. */
  private static Predicate<Head> json(String pattern) {
    Pattern sought = Pattern.compile(pattern);
    return head -> head.text.stripLeading().startsWith("{") && sought.matcher(head.text).find();
  }

  private static Predicate<Head> line(String pattern) {
    Pattern sought = Pattern.compile(pattern);
    return head -> head.lines.stream().anyMatch(line -> sought.matcher(begin(line)).matches());
  }

  private static String begin(String line) {
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  /** What a kernel leaves of a process that crashed: ELF, and of the type of these. */
  private static boolean isCore(Head head) {
    return head.text.startsWith("\177ELF") && head.bytes.length > 17 && head.bytes[16] == 4;
  }

  /** A message of pprof's, of which types of values, pairs of two numbers, come early. */
  private static boolean isProfile(Head head) {
    boolean field = !head.text.isEmpty() && "\nHPZ".indexOf(head.text.charAt(0)) >= 0;
    String some = head.text.substring(0, Math.min(32, head.text.length()));
    return field && Known.PAIR.matcher(some).find();
  }

  /** Stacks in a line each, with how often they were seen. */
  private static boolean isFolded(Head head) {
    return !head.lines.isEmpty() && head.lines.stream().limit(5).allMatch(KnownStrangers::isStack);
  }

  /** Names with a semicolon between each two, of which none is empty, and a number. */
  private static boolean isStack(String line) {
    int blank = line.lastIndexOf(' ');
    String names = line.substring(0, Math.max(0, blank));
    return names.contains(";")
        && !(";" + names + ";").contains(";;")
        && line.substring(blank + 1).matches("[0-9]+");
  }
}
