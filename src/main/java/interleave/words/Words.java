package interleave.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One bundle of words: {@code name.properties} is English, {@code name_zh.properties} the same keys
 * in Chinese.
 *
 * <p>{@code {0}}, {@code {1}} … in a sentence stand for the values given; every other character
 * stands for itself, apostrophes and braces too. Where a sentence depends on a number, English has
 * {@code key.one} beside {@code key}; a sentence about none of them is {@code key.zero}.
 *
 * <p>A key that a language lacks is answered in English, and one that English lacks with the key
 * itself: a missing word must not stop a run. Tests see to it that none is missing.
 */
public final class Words {
  private static final Map<String, Words> BUNDLES = new ConcurrentHashMap<>();

  private final Function<Language, Map<String, String>> source;
  private final Map<Language, Map<String, String>> sentences;
  private final Map<String, Words> others;
  private final String preferred;

  private Words(
      Function<Language, Map<String, String>> source,
      Map<Language, Map<String, String>> sentences,
      Map<String, Words> others,
      String preferred) {
    this.source = source;
    this.sentences = sentences;
    this.others = others;
    this.preferred = preferred;
  }

  /** The bundle of that name, such as {@code view/transport}. */
  public static Words of(String bundle) {
    return BUNDLES.computeIfAbsent(bundle, name -> from(language -> read(name, language)));
  }

  /**
   * Words that stand elsewhere than in a bundle; a language that it lacks is answered in another
   * that it has.
   *
   * @param source the sentences of a language by their keys, asked for once and when they are
   *     needed; none where it has no such language
   */
  public static Words from(Function<Language, Map<String, String>> source) {
    return new Words(
        source, new EnumMap<>(Language.class), new ConcurrentHashMap<>(), /* preferred= */ "");
  }

  /** The same bundle, which says {@code key.ending} in place of {@code key} where it can. */
  public Words preferring(String ending) {
    return others.computeIfAbsent(ending, _ -> new Words(source, sentences, others, "." + ending));
  }

  /** The sentence of {@code key} in the current language. */
  public String get(String key, Object... values) {
    return in(Language.current(), key, values);
  }

  /** The sentence of {@code key} in {@code language}. */
  public String in(Language language, String key, Object... values) {
    String sentence = find(language, key);
    return sentence == null ? key : filled(language, sentence, values);
  }

  /**
   * The sentence of {@code key} for that many of something, which is {@code {0}} in it; {@code
   * others} follow as {@code {1}} ….
   */
  public String count(String key, long number, Object... others) {
    Object[] values = new Object[others.length + 1];
    values[0] = number;
    System.arraycopy(others, 0, values, 1, others.length);
    Language language = Language.current();
    String form = number == 0 ? ".zero" : number == 1 ? ".one" : "";
    String special = form.isEmpty() ? null : sentences(language).get(key + form);
    return special == null ? in(language, key, values) : filled(language, special, values);
  }

  /** Whether there is something to say for {@code key}. */
  public boolean has(String key) {
    return find(Language.current(), key) != null;
  }

  /** All keys that {@code language} has. */
  public Set<String> keys(Language language) {
    return new TreeSet<>(sentences(language).keySet());
  }

  private @Nullable String find(Language language, String key) {
    String sentence = said(language, key);
    for (Language other : Language.values()) {
      sentence = sentence == null && other != language ? said(other, key) : sentence;
    }
    return sentence;
  }

  private @Nullable String said(Language language, String key) {
    Map<String, String> all = sentences(language);
    String special = preferred.isEmpty() ? null : all.get(key + preferred);
    return special == null ? all.get(key) : special;
  }

  private Map<String, String> sentences(Language language) {
    synchronized (sentences) {
      return sentences.computeIfAbsent(language, source);
    }
  }

  private static Map<String, String> read(String bundle, Language language) {
    String suffix = language == Language.ENGLISH ? "" : "_" + language.tag();
    String file = "/interleave/words/" + bundle + suffix + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      Map<String, String> read = new ConcurrentHashMap<>();
      properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("The words of " + file + " cannot be read.", e);
    }
  }

  private static String filled(Language language, String sentence, Object[] values) {
    if (values.length == 0 || sentence.indexOf('{') < 0) {
      return sentence;
    }
    StringBuilder filled = new StringBuilder(sentence.length() + 16);
    boolean behindPlace = false;
    for (int at = 0; at < sentence.length(); at++) {
      int index = at + 2 < sentence.length() ? sentence.charAt(at + 1) - '0' : -1;
      boolean place =
          sentence.charAt(at) == '{'
              && index >= 0
              && index < Math.min(10, values.length)
              && sentence.charAt(at + 2) == '}';
      String next = place ? String.valueOf(values[index]) : sentence.substring(at, at + 1);
      if (language == Language.CHINESE && (place || behindPlace) && areApart(filled, next)) {
        filled.append(' ');
      }
      filled.append(next);
      at += place ? 2 : 0;
      behindPlace = place;
    }
    return filled.toString();
  }

  /** Chinese is set with a blank between its characters and Latin letters or digits. */
  private static boolean areApart(CharSequence before, String next) {
    if (before.isEmpty() || next.isEmpty()) {
      return false;
    }
    char left = before.charAt(before.length() - 1);
    char right = next.charAt(0);
    return isHan(left) && isLatin(right) || isLatin(left) && isHan(right);
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
