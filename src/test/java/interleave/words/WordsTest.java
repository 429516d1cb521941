package interleave.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
      String translated = key.endsWith(".one") ? many(key) : key;
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
  void chineseCharactersAndLatinLettersAreSetApartWhereAValueMeetsTheSentence() {
    Words words = Words.of("timeline/explain");
    assertThat(words.in(Language.CHINESE, "run.on", "main", "3 ms", "PrimeCount"))
        .isEqualTo("main 执行 PrimeCount，运行了 3 ms");
    assertThat(words.in(Language.CHINESE, "message.got", "消息 A", "队列 q", "w", "r", "1 s"))
        .startsWith("消息 A 在队列 q 里停留了 1 s");
    assertThat(Words.of("timeline/model").in(Language.CHINESE, "span.result", "结果"))
        .isEqualTo("等待结果");
    assertThat(words.in(Language.ENGLISH, "end", "名")).isEqualTo("名.");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void whatIsSaidOfOneStandsBesideWhatIsSaidOfMany(String bundle) {
    Set<String> english = Words.of(bundle).keys(Language.ENGLISH);
    assertThat(english).allMatch(key -> !key.endsWith(".one") || english.contains(many(key)));
  }

  private static String many(String one) {
    return one.substring(0, one.length() - ".one".length());
  }

  @Test
  void whatIsSaidOfNoneIsSaidInItsOwnWayWhereThereIsOne() {
    Words words =
        Words.from(_ -> Map.of("w", "{0} waited", "w.one", "one waited", "w.zero", "nobody did"));
    assertThat(words.count("w", 0)).isEqualTo("nobody did");
    assertThat(words.count("w", 1)).isEqualTo("one waited");
    assertThat(words.count("w", 2)).isEqualTo("2 waited");
    assertThat(Words.from(_ -> Map.of("w", "{0} waited")).count("w", 0)).isEqualTo("0 waited");
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
