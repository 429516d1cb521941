package interleave.timeline.derive.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something is no image, or one of another version, or damaged. Nobody is told: what it is of is
 * derived again.
 */
public final class UnfitImage extends IOException {
  private static final long serialVersionUID = 1;

  public UnfitImage(String why) {
    this(why, null);
  }

  public UnfitImage(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
