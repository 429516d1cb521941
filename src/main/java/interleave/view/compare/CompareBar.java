package interleave.view.compare;

import interleave.timeline.compare.Alignment;
import interleave.view.control.Buttons;
import interleave.view.control.Chips;
import interleave.view.control.SpokenWords;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** How two runs are laid over each other, and which figures are told. */
final class CompareBar extends HBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/compare");

  private final ToggleGroup alignments = new ToggleGroup();
  private final TextField event = new TextField();
  private final Label unknown = WORDS.label("unknown");
  private final Consumer<Alignment> align;

  CompareBar(
      Consumer<Alignment> align, Consumer<Boolean> all, Runnable fit, ComparePane.Wishes wishes) {
    super(8);
    this.align = align;
    setId("compare-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label title = WORDS.label("compare");
    title.getStyleClass().add("title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    event.setId("compare-event");
    event.promptTextProperty().bind(WORDS.text("event"));
    WORDS.accessible(event, "event");
    event.setOnAction(_ -> atEvent());
    event.setPrefWidth(180);
    unknown.getStyleClass().add("muted");
    unknown(false);
    ToggleButton more = toggle("all", "compare-all");
    more.setOnAction(_ -> all.accept(more.isSelected()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button whole = chip("fit", "compare-fit", fit);
    Button other = chip("another", "compare-another", wishes::another);
    Button leave = Buttons.icon(Feather.X, WORDS.text("leave"), wishes::leave);
    leave.setId("compare-leave");
    getChildren()
        .addAll(
            title,
            alignment("start", () -> align.accept(Alignment.START)),
            alignment("match", () -> align.accept(Alignment.MATCH)),
            alignment("at", this::atEvent),
            event,
            unknown,
            gap,
            more,
            whole,
            other,
            leave);
    present(false);
    alignments.getToggles().getFirst().setSelected(true);
  }

  private static Button chip(String key, String id, Runnable action) {
    Button chip = Chips.chip("", action);
    chip.setId(id);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return WORDS.on(chip, key);
  }

  private static ToggleButton toggle(String key, String id) {
    ToggleButton button = WORDS.on(new ToggleButton(), key);
    button.setId(id);
    button.getStyleClass().add("chip");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(WORDS.tooltip(key + ".tip"));
    return button;
  }

  private ToggleButton alignment(String key, Runnable chosen) {
    ToggleButton button = toggle(key, "compare-" + key);
    button.setToggleGroup(alignments);
    button.setOnAction(
        _ -> {
          button.setSelected(true); // one of them always is
          present(key.equals("at"));
          unknown(false);
          chosen.run();
        });
    return button;
  }

  private void present(boolean asks) {
    event.setVisible(asks);
    event.setManaged(asks);
    if (asks) {
      event.requestFocus();
    }
  }

  private void atEvent() {
    if (!event.getText().isBlank()) {
      align.accept(new Alignment.AtEvent(event.getText().strip()));
    }
  }

  /** Says that one of the runs has nothing of the name that was asked for. */
  void unknown(boolean now) {
    unknown.setVisible(now);
    unknown.setManaged(now);
  }
}
