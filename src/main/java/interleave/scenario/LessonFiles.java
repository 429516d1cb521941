package interleave.scenario;

import org.jspecify.annotations.Nullable;

/** The texts in a lesson's folder, by their names with {@code /} between folders. */
@FunctionalInterface
interface LessonFiles {
  /** What that file says; null where there is none. */
  @Nullable String text(String name);

  default boolean has(String name) {
    return text(name) != null;
  }
}
