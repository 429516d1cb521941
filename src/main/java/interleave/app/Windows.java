package interleave.app;

import java.nio.file.Path;

/** The way from the command line to the window. */
final class Windows {
  private Windows() {}

  /** What the window shows first. */
  sealed interface Content {
    Content NOTHING = new Gallery();

    record Gallery() implements Content {}

    record Program(Target target) implements Content {}

    record Saved(Path file) implements Content {}
  }

  /** Opens the window and returns when it is closed. */
  static int open(Content content) {
    throw new UnsupportedOperationException("no window yet for " + content);
  }
}
