package interleave.exchange.chrome;

import interleave.exchange.intake.Intake;
import interleave.exchange.intake.Texts;
import interleave.file.Content;
import interleave.file.ContentInput;
import interleave.file.Format;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The JSON that Chrome's tracing writes and many other tools: an array of events, alone or as a
 * member of an object.
 */
public final class ChromeTraceFormat implements Format {
  private static final Words WORDS = Words.of("exchange/chrome");

  /** How a file begins; the array may stand behind much else. */
  private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*(\\{.*|$)", Pattern.DOTALL);

  private static final Pattern EVENT = Pattern.compile("\"ph\"\\s*:");
  private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*\".*", Pattern.DOTALL);
  private static final Pattern MEMBER =
      Pattern.compile("\"(traceEvents|displayTimeUnit|deviceProperties)\"\\s*:");
  private static final Pattern MARK = Pattern.compile("^\u00EF\u00BB\u00BF");
  private static final int LONGEST = 40;

  /** How a file of ours begins: what stands beside its events tells where it is from. */
  private static final Pattern OURS =
      Pattern.compile(
          "\\{\\s*\"displayTimeUnit\"\\s*:\\s*\"ns\"\\s*,\\s*\"otherData\"\\s*:\\s*"
              + "\\{\\s*\"producer\"\\s*:\\s*\"Interleave\"");

  @Override
  public List<String> suffixes() {
    return List.of(".json", ".json.gz", ".trace.json");
  }

  @Override
  public String title() {
    return WORDS.get("title");
  }

  @Override
  public boolean begins(byte[] head) {
    String text = MARK.matcher(new String(head, StandardCharsets.ISO_8859_1)).replaceFirst("");
    return ARRAY.matcher(text).matches() && EVENT.matcher(text).find()
        || OBJECT.matcher(text).matches() && MEMBER.matcher(text).find();
  }

  @Override
  public OpenedRecording open(Path file, Progress progress) throws IOException {
    return Intake.open(file, this::begins, progress, (in, to) -> read(file, in, to));
  }

  private static void read(Path file, ContentInput in, Intake to) throws IOException {
    TraceScanner scanner = new TraceScanner(in);
    TraceReader reader;
    try (Scanning scanning = new Scanning(scanner)) {
      reader = new TraceReader(to); // the first events are scanned meanwhile
      for (Batch batch = scanning.next(); batch != null; batch = scanning.next()) {
        reader.read(batch);
        to.at(batch.position, batch.taken, in.size());
        scanning.done(batch);
      }
    }
    if (!scanner.isTrace()) {
      throw new IOException(
          WORDS.get(isWide(Content.of(file, _ -> false).head()) ? "utf-16" : "no-trace", file));
    }
    reader.finish();
    tell(scanner, isOurs(file) ? Set.of("otherData") : Set.of(), to);
  }

  private static boolean isOurs(Path file) throws IOException {
    return isOurs(Content.of(file, ChromeTraceFormat::isOurs).head());
  }

  private static boolean isOurs(byte[] head) {
    return OURS.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  /** Whether it is written in two bytes a character, as PowerShell's redirection does. */
  private static boolean isWide(byte[] head) {
    return head.length > 1 && (head[0] == 0 || head[1] == 0 || (head[0] & head[1] & 0xFF) >= 0xFE);
  }

  /**
   * @param own members of which nothing is to be said, as they are ours
   */
  private static void tell(TraceScanner scanner, Set<String> own, Intake to) {
    Instant nought = scanner.members().nought();
    if (nought != null) {
      to.wall(nought, 0);
    }
    if (scanner.broken() >= 0) {
      to.atByte(scanner.broken());
      to.cutOff();
    }
    if (scanner.strangers() > 0) {
      to.unknown("strangers", scanner.strangers());
    }
    if (scanner.tooLong() > 0) {
      to.unknown("too-long", scanner.tooLong());
    }
    List<String> members = scanner.members().strange(own);
    if (!members.isEmpty()) {
      to.problem(
          WORDS.get(
              "members",
              members.stream()
                  .map(each -> Texts.shown(each, LONGEST))
                  .collect(Collectors.joining(", "))));
    }
  }
}
