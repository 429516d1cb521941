package interleave.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.ENGLISH);
  }

  static List<String> bundles() throws IOException {
    return WordsFiles.bundles();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noKeyIsMissingInEitherLanguage(String bundle) {
    Words words = Words.of(bundle);
    Set<String> english = words.keys(Language.ENGLISH);
    english.removeIf(key -> key.endsWith(".one"));
    assertThat(words.keys(Language.CHINESE)).isEqualTo(english);
    assertThat(english).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesSayTheSameValues(String bundle) {
    Words words = Words.of(bundle);
    for (String key : words.keys(Language.ENGLISH)) {
      String translated = key.endsWith(".one") ? key.substring(0, key.length() - 4) : key;
      String english = words.in(Language.ENGLISH, key);
      String chinese = words.in(Language.CHINESE, translated);
      assertThat(english).as(key).isNotBlank();
      assertThat(chinese).as(key).isNotBlank();
      if (translated.equals(key)) {
        assertThat(places(chinese)).as(key).isEqualTo(places(english));
      }
    }
  }

  private static Set<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void valuesStandWhereTheSentenceWantsThemAndNothingElseIsSpecial() {
    Words words = Words.of("scenario/common");
    assertThat(words.get("refused.number", "it's", "{1}", 2, "{x"))
        .isEqualTo("it's must be a whole number from {1} to 2, not “{x”.");
    assertThat(words.get("no such key", 1)).isEqualTo("no such key");
    assertThat(words.has("no such key")).isFalse();
  }

  @Test
  void theLanguageChangesWhileTheProgramRuns() {
    StringBuilder told = new StringBuilder();
    Runnable end = Language.onChange(() -> told.append(Language.current().tag()));
    Words words = Words.of("scenario/common");
    assertThat(words.get("group.THREADS")).isEqualTo("Threads");
    Language.use(Language.CHINESE);
    assertThat(words.get("group.THREADS")).isEqualTo("线程");
    Language.use(Language.CHINESE);
    end.run();
    Language.use(Language.ENGLISH);
    assertThat(told).hasToString("zh");
  }

  @Test
  void aLanguageIsFoundByItsTag() {
    assertThat(Language.of("zh_CN")).hasValue(Language.CHINESE);
    assertThat(Language.of("en-GB")).hasValue(Language.ENGLISH);
    assertThat(Language.of("tlh")).isEmpty();
  }
}
