package interleave.scenario;

import java.util.Locale;

/** What the program of a lesson is written in. */
public enum ProgramLanguage {
  JAVA("Java"),
  PYTHON("Python");

  private final String title;

  ProgramLanguage(String title) {
    this.title = title;
  }

  /** Its name, which is the same in every language that people speak. */
  public String title() {
    return title;
  }

  /** How keys of words, options and manifests write it: {@code python}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
