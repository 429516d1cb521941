package interleave.app.window;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What the user has made of the panes, as it stands in the settings. */
final class PaneMemory {
  private static final String FOLDED = "panes.folded";
  private static final String UNFOLDED = "panes.unfolded";
  private static final String MAXIMISED = "panes.maximised";
  private static final String STAGE = "stage";
  private static final String PAGES = "pages";
  private static final String GALLERY = "gallery";
  private static final String INSPECTOR = "inspector";

  private final WindowSettings settings;
  private final Set<Pane> folded;

  /** Those that are shown even where they usually are not for want of room. */
  private final Set<Pane> unfolded;

  PaneMemory(WindowSettings settings) {
    this.settings = settings;
    folded = panes(settings.text(FOLDED, ""));
    unfolded = panes(settings.text(UNFOLDED, ""));
  }

  private static Set<Pane> panes(String words) {
    return Arrays.stream(words.split(",", -1))
        .flatMap(word -> Pane.of(word).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Pane.class)));
  }

  boolean folded(Pane pane) {
    return folded.contains(pane);
  }

  boolean unfolded(Pane pane) {
    return unfolded.contains(pane);
  }

  void fold(Pane pane, boolean away) {
    (away ? folded : unfolded).add(pane);
    (away ? unfolded : folded).remove(pane);
    settings.put(FOLDED, words(folded));
    settings.put(UNFOLDED, words(unfolded));
  }

  private static String words(Set<Pane> panes) {
    return panes.stream().map(Pane::word).collect(Collectors.joining(","));
  }

  Optional<Pane> maximised() {
    return Pane.of(settings.text(MAXIMISED, ""));
  }

  void maximise(Optional<Pane> pane) {
    settings.put(MAXIMISED, pane.map(Pane::word).orElse(""));
  }

  double gallery() {
    return settings.number(GALLERY, 252, 150, 460);
  }

  void gallery(double width) {
    settings.put(GALLERY, width);
  }

  double inspector() {
    return settings.number(INSPECTOR, 320, 180, 640);
  }

  void inspector(double width) {
    settings.put(INSPECTOR, width);
  }

  PaneHeights.Dragged heights() {
    return new PaneHeights.Dragged(height(STAGE, 70), height(PAGES, 60));
  }

  private OptionalDouble height(String name, double least) {
    double height = settings.number(name, 0, least, 1_200);
    return height > 0 ? OptionalDouble.of(height) : OptionalDouble.empty();
  }

  /** Heights of what is shown; 0 for what is not. */
  void heights(double stage, double pages) {
    if (stage > 0) {
      settings.put(STAGE, stage);
    }
    if (pages > 0) {
      settings.put(PAGES, pages);
    }
  }

  /** All as it was before anything was dragged, folded or maximised. */
  void forget() {
    folded.clear();
    unfolded.clear();
    List.of(FOLDED, UNFOLDED, MAXIMISED).forEach(name -> settings.put(name, ""));
    forgetSizes();
  }

  void forgetSizes() {
    List.of(STAGE, PAGES, GALLERY, INSPECTOR).forEach(name -> settings.put(name, ""));
  }
}
