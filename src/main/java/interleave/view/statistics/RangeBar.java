package interleave.view.statistics;

import interleave.timeline.range.TimeRange;
import interleave.view.control.Chips;
import interleave.view.control.RangeText;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Of which stretch of time the figures are, and what can be done with it; nothing of a whole run.
 */
final class RangeBar extends HBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/statistics");

  private final Label words = new Label();
  private Optional<TimeRange> shown = Optional.empty();

  RangeBar(StatisticsPane.Actions actions, Runnable save) {
    super(6);
    setId("range-bar");
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(5, 12, 0, 12));
    words.setMaxWidth(Double.MAX_VALUE);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .addAll(
            words,
            button("range.zoom", "range-zoom", () -> shown.ifPresent(actions::zoom)),
            button("range.picture", "range-picture", actions::picture),
            button("range.save", "range-save", save),
            button("range.export", "range-export", actions::export),
            button("range.whole", "range-clear", actions::whole));
    present(false);
  }

  private static Button button(String key, String id, Runnable action) {
    Button button = Chips.chip("", action);
    button.textProperty().bind(WORDS.text(key));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void present(boolean on) {
    setVisible(on);
    setManaged(on);
  }

  void show(Frame frame) {
    shown = frame.range();
    present(shown.isPresent());
    shown.ifPresent(
        range -> {
          String text = RangeText.of(frame.timeline(), range);
          if (!text.equals(words.getText())) {
            words.setText(text);
          }
        });
  }
}
