package interleave.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A language that the product speaks. */
public enum Language {
  ENGLISH("en", "English", Locale.ENGLISH),
  /** Simplified Chinese. */
  CHINESE("zh", "简体中文", Locale.SIMPLIFIED_CHINESE);

  private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
  private static final ScopedValue<Language> SPOKEN_HERE = ScopedValue.newInstance();
  private static volatile Language current = ENGLISH;

  private final String tag;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String ownName, Locale locale) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = locale;
  }

  /**
   * The language in which words are given now: the one of {@link #speaking} within it, else English
   * until {@link #use} says otherwise.
   */
  public static Language current() {
    return SPOKEN_HERE.isBound() ? SPOKEN_HERE.get() : current;
  }

  /** Does something in this language on this thread, whatever is spoken elsewhere. */
  public <T> T speaking(Supplier<T> action) {
    return ScopedValue.where(SPOKEN_HERE, this).call(action::get);
  }

  /** Speaks {@code language} from now on, and tells those who show words. */
  public static void use(Language language) {
    if (current != language) {
      current = language;
      LISTENERS.forEach(Runnable::run);
    }
  }

  /**
   * Calls {@code listener} after each change, on the thread that made it.
   *
   * @return ends that
   */
  public static Runnable onChange(Runnable listener) {
    LISTENERS.add(listener);
    return () -> LISTENERS.remove(listener);
  }

  /** The language of a tag such as {@code zh}, {@code zh_CN} or {@code en-GB}, if it is spoken. */
  public static Optional<Language> of(String tag) {
    String language = tag.toLowerCase(Locale.ROOT).split("[-_.]", 2)[0];
    for (Language each : values()) {
      if (each.tag.equals(language)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The one that the system asks for, else English. */
  public static Language ofSystem() {
    return of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(ENGLISH);
  }

  /** The one that a switch leads to. */
  public Language next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /** As on the command line and in file names: {@code zh}. */
  public String tag() {
    return tag;
  }

  /** What those who speak it call it. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }
}
