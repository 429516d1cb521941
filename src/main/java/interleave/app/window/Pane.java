package interleave.app.window;

import java.util.Locale;
import java.util.Optional;

/** What of the window can be folded, or have all the room. */
enum Pane {
  GALLERY,
  TIMELINE,
  STAGE,
  PAGES,
  INSPECTOR;

  /** As it stands in the settings. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Pane> of(String word) {
    for (Pane pane : values()) {
      if (pane.word().equals(word)) {
        return Optional.of(pane);
      }
    }
    return Optional.empty();
  }
}
