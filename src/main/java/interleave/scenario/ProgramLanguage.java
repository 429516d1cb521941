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

  /** That of a program whose first process was of this runtime, as recordings name it. */
  public static ProgramLanguage ofRuntime(String runtime) {
    return runtime.equals(PYTHON.id()) ? PYTHON : JAVA;
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
