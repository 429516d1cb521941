package interleave.scenario;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The texts in a lesson's folder, by their names with {@code /} between folders. */
@FunctionalInterface
interface LessonFiles {
  /** What that file says; null where there is none. */
  @Nullable String text(String name);

  /** What is in that file, which a program reads; null where there is none. */
  default @Nullable ByteBuffer data(String name) {
    return null;
  }

  default boolean has(String name) {
    return text(name) != null;
  }
}
