package interleave.view.control;

import interleave.timeline.Timeline;
import interleave.timeline.range.TimeRange;
import java.util.Optional;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/**
 * Of which stretch of a run something is to be: all of it, what is in sight, or what is asked about
 * in particular, which is what is meant where there is such.
 */
public final class StretchChoice extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/control");
  private static final double GAP = 6;

  private final Timeline timeline;
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param card what the names of its nodes begin with
   */
  public StretchChoice(
      String card,
      Timeline timeline,
      TimeRange whole,
      Optional<TimeRange> visible,
      Optional<TimeRange> selected) {
    super(GAP);
    this.timeline = timeline;
    getChildren()
        .setAll(
            button("stretch.whole", card + "-whole", Optional.of(whole)),
            button("stretch.visible", card + "-visible", visible),
            button("stretch.selected", card + "-selected", selected));
    group.getToggles().get(selected.isPresent() ? 2 : 0).setSelected(true);
  }

  private RadioButton button(String key, String id, Optional<TimeRange> range) {
    RadioButton button = new RadioButton();
    button.setId(id);
    button
        .textProperty()
        .bind(
            range.isPresent()
                ? WORDS.text(key + ".is", RangeText.of(timeline, range.get()))
                : WORDS.text(key));
    button.setToggleGroup(group);
    button.setDisable(range.isEmpty());
    button.setUserData(range);
    return button;
  }

  public void listen(Runnable changed) {
    group.selectedToggleProperty().addListener((_, _, _) -> changed.run());
  }

  /** One that cannot be chosen has no range. */
  public TimeRange chosen() {
    return ((Optional<?>) group.getSelectedToggle().getUserData())
        .map(TimeRange.class::cast)
        .orElseThrow();
  }
}
