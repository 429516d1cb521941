package interleave;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a class use what its package may not. ArchitectureTest reads it from the class files, and
 * fails where it is no longer needed.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LayerException {
  /** The package under {@code interleave}, or {@code javafx}. */
  String on();

  /** Why there is no better way. */
  String because();
}
