package interleave.scenario;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a lesson comes from.
 *
 * @param place the lesson's folder, or the zip that it is in; null for those of the product
 * @param shelf what the folder or the zip is called in which it was found
 * @param check of all that is in it: another one where anything is changed
 */
public record Origin(@Nullable Path place, String shelf, String check) {
  static final Origin OURS = new Origin(null, "", "");

  /** Whether it came with the product. */
  public boolean isOurs() {
    return place == null;
  }
}
