package interleave.scenario;

import interleave.words.Words;

/**
 * Something in a lesson's folder that is not as it must be.
 *
 * @param file the file in the folder; empty for the folder itself
 * @param line the first is 1; 0 where it is about the whole file
 * @param sentence what is wrong, and what is allowed
 */
public record LessonProblem(String file, int line, String sentence) {
  static final Words WORDS = Words.of("scenario/form");

  static LessonProblem of(String file, int line, String key, Object... values) {
    return new LessonProblem(file, line, WORDS.get(key, values));
  }

  /** With its place before it: {@code lesson.toml:12: …}. */
  public String show() {
    return file.isEmpty()
        ? sentence
        : line == 0 ? file + ": " + sentence : file + ":" + line + ": " + sentence;
  }
}
