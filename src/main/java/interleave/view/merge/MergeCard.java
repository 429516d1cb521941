package interleave.view.merge;

import interleave.program.merge.Alignment;
import interleave.view.control.SpokenWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether recordings are to become one, and how their times come onto one axis. */
public final class MergeCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/merge");
  private static final int SHOWN_AT_ONCE = 6;
  private static final double ROW = 22;

  private final ToggleGroup alignments = new ToggleGroup();
  private final Button merge = WORDS.on(new Button(), "merge.begin");

  /** What can be wished. Whoever is asked takes the card away. */
  public interface Wishes {
    /**
     * They become one.
     *
     * @param alignment empty for as well as they tell it
     */
    void merge(Optional<Alignment> alignment);

    /** The second is opened, and the first stands beside it. */
    void compare();

    /** Only the first of them is opened. */
    void openFirst();
  }

  /**
   * @param names of the recordings, two at least
   * @param inSight whether the first of them is what the window shows
   */
  public MergeCard(List<String> names, boolean inSight, Wishes wishes) {
    setId("merge");
    getStyleClass().add("card");
    setMaxSize(560, Region.USE_PREF_SIZE);
    Label title = WORDS.label("merge", names.size());
    title.getStyleClass().add("title");
    Label says = WORDS.label("merge.says");
    says.setWrapText(true);
    says.setMinHeight(Region.USE_PREF_SIZE);
    says.getStyleClass().add("muted");
    VBox axis = new VBox(6, WORDS.label("merge.axis"), choice(Optional.empty()));
    for (Alignment each : Alignment.values()) {
      axis.getChildren().add(choice(Optional.of(each)));
    }
    alignments.getToggles().getFirst().setSelected(true);
    merge.setId("merge-begin");
    merge.setDefaultButton(true);
    merge.getStyleClass().add("accent");
    merge.setOnAction(_ -> wishes.merge(chosen()));
    Button first = WORDS.on(new Button(), "merge.first");
    first.setId("merge-first");
    first.setOnAction(_ -> wishes.openFirst());
    first.setVisible(!inSight);
    first.setManaged(!inSight);
    Button compare = WORDS.on(new Button(), "merge.compare");
    compare.setId("merge-compare");
    compare.setOnAction(_ -> wishes.compare());
    compare.setVisible(names.size() == 2);
    compare.setManaged(names.size() == 2);
    HBox below = new HBox(10, first, compare, merge);
    below.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, list(names, inSight), says, axis, below);
  }

  private static ScrollPane list(List<String> names, boolean inSight) {
    VBox rows = new VBox(2);
    for (int i = 0; i < names.size(); i++) {
      Label name = new Label(names.get(i));
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      name.setTooltip(new Tooltip(names.get(i)));
      name.setMinWidth(0);
      HBox row = new HBox(10, name);
      if (i == 0 && inSight) {
        Label now = WORDS.label("merge.in-sight");
        now.getStyleClass().add("muted");
        now.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().add(now);
      }
      rows.getChildren().add(row);
    }
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    scroll.setPrefHeight(Math.min(names.size(), SHOWN_AT_ONCE) * ROW + 4);
    return scroll;
  }

  private RadioButton choice(Optional<Alignment> alignment) {
    String word = alignment.map(Alignment::word).orElse("best");
    RadioButton button = WORDS.on(new RadioButton(), "merge.align." + word);
    button.setId("merge-" + word.toLowerCase(Locale.ROOT));
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setToggleGroup(alignments);
    button.setUserData(alignment);
    return button;
  }

  private Optional<Alignment> chosen() {
    return ((Optional<?>) alignments.getSelectedToggle().getUserData()).map(Alignment.class::cast);
  }

  /** Gives it the keyboard. */
  public void focus() {
    merge.requestFocus();
  }
}
