package interleave.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a user reads is written in the sources of window, drawings, sentences and command
 * line: it stands in bundles. A literal counts as such when it has two words with a blank between
 * them, or when it is handed to what shows words.
 */
class SaidInSourcesTest {
  private static final Path SOURCES = Path.of("src/main/java/interleave");
  private static final List<String> SPEAKING =
      List.of("view", "app", "engine", "file", "lesson", "timeline");

  private static final String STRING = "\"((?:[^\"\\\\\n]|\\\\.)*)\"";
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\n]*");
  private static final Pattern SENTENCE =
      Pattern.compile("(?:^|[^\\w.-])[A-Za-z]{2,},? [a-zA-Z]{2,}|^ ?[a-z]{2,} [a-z]+|[A-Za-z]…");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:new"
              + " (?:Label|Button|Tab|Tooltip|MenuItem|Menu|Hyperlink|CheckBox|RadioButton|TitledPane)"
              + "\\(|set(?:Text|Title|PromptText|AccessibleText|AccessibleHelp|HeaderText)\\(|Fact\\.plain\\(|new"
              + " Fact\\(|Notice\\.\\w+\\(|terminal\\.say\\()\\s*"
              + STRING);
  private static final Pattern LITERAL = Pattern.compile(STRING);

  /** What comes right before a literal that no user reads: mistakes of ours, threads, logs. */
  private static final Pattern FOR_US =
      Pattern.compile(
          "(?s)(?:(?:IllegalArgument|IllegalState|IndexOutOfBounds|UncheckedIO|UnfitImage|Cancellation|Assertion)\\w*\\(|\\.name\\(|,"
              + " this::\\w+|@SuppressWarnings\\(|\\.log\\(|Level\\.\\w+,|Pattern\\.compile\\(|matches\\(|replaceAll\\(|new"
              + " Thread\\(|unnamed\\()[^;]*$");

  /** Literals with a reason. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Interleave", // the product's name
          "Java", // languages of programs are called the same everywhere
          "Python",
          "JetBrains Mono", // a font
          "Application Support", // a folder of macOS
          "Picked up ", // what the JVM says
          "interleave worker", // names of threads
          "interleave typist",
          "more lanes", // names of kinds of tracks
          "more things",
          " gave up after ", // what a scenario prints, read again by its question
          "no space left", // what the system says when a disk is full
          "not enough space",
          "quota exceeded",
          "file too large",
          "it is not a JSON object", // the reader is told that the manifest is damaged
          "↑, Page up", // keys are called as they are labelled
          "↓, Page down");

  private static Stream<Path> sources() throws IOException {
    return SPEAKING.stream()
        .map(SOURCES::resolve)
        .flatMap(
            folder -> {
              try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  @Test
  void noWordOfOursIsWrittenInASource() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : sources().toList()) {
      String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
      Matcher literal = LITERAL.matcher(code);
      while (literal.find()) {
        String text = literal.group(1);
        String before = code.substring(Math.max(0, literal.start() - 160), literal.start());
        if (SENTENCE.matcher(text).find()
            && !FOR_US.matcher(before).find()
            && !ALLOWED.contains(text)) {
          found.add(SOURCES.relativize(file) + ": " + text);
        }
      }
      Matcher shown = SHOWN.matcher(code);
      while (shown.find()) {
        String text = shown.group(1);
        if (text.matches(".*[A-Za-z]{2}.*") && !ALLOWED.contains(text)) {
          found.add(SOURCES.relativize(file) + ": " + text);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theScanFindsWhatItIsFor() {
    assertThat(SENTENCE.matcher("held by ").find()).isTrue();
    assertThat(SENTENCE.matcher("There is no file ").find()).isTrue();
    assertThat(SENTENCE.matcher("Save…").find()).isTrue();
    assertThat(SENTENCE.matcher("state.title").find()).isFalse();
    assertThat(SHOWN.matcher("new Label(\"Nothing\")").find()).isTrue();
    assertThat(SHOWN.matcher("new Fact(\n \"held by\"").find()).isTrue();
  }
}
