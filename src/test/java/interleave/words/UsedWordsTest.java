package interleave.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What sources ask of bundles is in them, and what is in them is asked for. */
class UsedWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/interleave");
  private static final String STRING = "\"((?:[^\"\\\\\n]|\\\\.)*)\"";
  private static final Pattern LITERAL = Pattern.compile(STRING);
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\n]*");

  private static final Pattern BUNDLE =
      Pattern.compile("(\\w+)\\s*=\\s*(?:[\\w.]+\\.)?(?:Spoken)?Words\\.of\\(\\s*" + STRING);
  private static final Pattern ANY_BUNDLE = Pattern.compile("Words\\.of\\(\\s*" + STRING);
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(\\w+)\\s*\\.(?:get|count|text|label|tooltip)\\(\\s*" + STRING + "\\s*[,)]");
  private static final Pattern ASKED_FOR_NODE =
      Pattern.compile("\\b(\\w+)\\s*\\.(?:on|accessible)\\([^\"]*?, " + STRING + "\\s*[,)]");

  /** Keys that are put together where no source can show it. */
  private static final Map<String, String> ASKED_OTHERWISE =
      Map.of(
          "exchange/page", "the script of a page asks for them, see PageFormatTest",
          "app/usage", "picocli asks for them by the names of commands and options",
          "timeline/statistics", "Sheet puts the name of a sheet before that of a column");

  private record Source(Path file, String code) {
    static Source of(Path file) {
      try {
        return new Source(file, COMMENT.matcher(Files.readString(file)).replaceAll(""));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    List<MatchResult> all(Pattern pattern) {
      return pattern.matcher(code).results().toList();
    }
  }

  private static List<Source> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Source::of).toList();
    }
  }

  @Test
  void everyKeyThatIsAskedForIsInItsBundle() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Source source : sources()) {
      Map<String, Words> bundles = new HashMap<>();
      source.all(BUNDLE).forEach(it -> bundles.put(it.group(1), Words.of(it.group(2))));
      List<MatchResult> asked = new ArrayList<>(source.all(ASKED));
      asked.addAll(source.all(ASKED_FOR_NODE));
      for (MatchResult ask : asked) {
        Words words = bundles.get(ask.group(1));
        if (words != null && !words.keys(Language.ENGLISH).contains(ask.group(2))) {
          missing.add(source.file() + ": " + ask.group(2));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyOfABundleIsAskedFor() throws IOException {
    Map<String, Set<String>> literals = new TreeMap<>();
    List<Source> sources = sources();
    for (Source source : sources) {
      for (MatchResult bundle : source.all(ANY_BUNDLE)) {
        Set<String> said = literals.computeIfAbsent(bundle.group(1), _ -> new HashSet<>());
        source.all(LITERAL).forEach(it -> said.add(it.group(1)));
        neighbours(sources, source)
            .forEach(near -> near.all(LITERAL).forEach(it -> said.add(it.group(1))));
      }
    }
    Set<String> unused = new TreeSet<>();
    for (String bundle : WordsFiles.bundles()) {
      if (bundle.startsWith("scenario/") || ASKED_OTHERWISE.containsKey(bundle)) {
        continue;
      }
      Set<String> said = literals.getOrDefault(bundle, Set.of());
      for (String key : Words.of(bundle).keys(Language.CHINESE)) {
        if (!made(key, said)) {
          unused.add(bundle + ": " + key);
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  /** A bundle is often held by one class of a package and asked by its neighbours. */
  private static List<Source> neighbours(List<Source> sources, Source source) {
    return sources.stream()
        .filter(it -> it.file().getParent().equals(source.file().getParent()))
        .toList();
  }

  /** Whether a key is a literal, or a beginning, a name of an enum or such, and an end. */
  private static boolean made(String key, Set<String> literals) {
    if (literals.contains(key) || isOfParameter(key, literals)) {
      return true;
    }
    for (int head = 1; head < key.length(); head++) {
      if (literals.contains(key.substring(0, head))) {
        String rest = key.substring(head);
        boolean open = key.charAt(head - 1) == '.' || Character.isUpperCase(rest.charAt(0));
        if (open || literals.contains(rest)) {
          return true;
        }
        for (int tail = 1; tail < rest.length(); tail++) {
          if (literals.contains(rest.substring(0, tail))
              && literals.contains(rest.substring(tail))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A parameter asks the words that it was made with by its name. */
  private static boolean isOfParameter(String key, Set<String> literals) {
    String[] parts = key.split("\\.");
    return parts.length > 1 && parts[0].equals("parameter") && literals.contains(parts[1]);
  }
}
