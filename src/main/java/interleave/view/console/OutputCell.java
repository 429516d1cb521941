package interleave.view.console;

import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.view.session.Frame;
import interleave.words.Words;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line: the colour of its process, its moment, who printed or typed it, what it says. */
final class OutputCell extends ListCell<ConsoleRow> {
  private static final Words WORDS = Words.of("view/console");

  private final ConsolePane pane;
  private final Region bar = new Region();
  private final Label when = new Label();
  private final Label by = new Label();
  private final Label said = new Label();
  private final HBox row = new HBox(10, bar, when, by, said);

  OutputCell(ConsolePane pane) {
    this.pane = pane;
    bar.setMinSize(4, 14);
    bar.setMaxSize(4, 14);
    when.getStyleClass().add("when");
    when.setMinWidth(96);
    when.setMaxWidth(96);
    by.getStyleClass().add("by");
    by.setMinWidth(120);
    by.setPrefWidth(120);
    by.setMaxWidth(120);
    said.getStyleClass().add("said");
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ConsoleRow item, boolean empty) {
    super.updateItem(item, empty);
    Frame frame = pane.frame();
    if (empty || item == null || frame == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      said.getStyleClass().removeAll("stderr", "typed", "said-by-us");
      when.setText(Durations.moment(item.time() - frame.timeline().start()));
      switch (item) {
        case ConsoleRow.Printed(OutputTrack.Line line) -> printed(frame, line);
        case ConsoleRow.Typed typed -> ours(WORDS.get("by.you"), "› " + typed.text(), "typed");
        case ConsoleRow.Said ours -> ours("Interleave", ours.text(), "said-by-us");
      }
      setAccessibleText(WORDS.get("line", by.getText(), item.text()));
      setGraphic(row);
    }
    place();
  }

  private void printed(Frame frame, OutputTrack.Line line) {
    by.setText(who(frame, line));
    said.setText(line.text().replace("\t", "    "));
    if (line.stderr()) {
      said.getStyleClass().add("stderr");
    }
    bar.setBackground(
        new Background(
            new BackgroundFill(
                pane.colours().hue(Math.max(0, line.process())),
                new CornerRadii(2),
                Insets.EMPTY)));
  }

  private void ours(String who, String what, String style) {
    by.setText(who);
    said.setText(what);
    said.getStyleClass().add(style);
    bar.setBackground(Background.EMPTY);
  }

  private static String who(Frame frame, OutputTrack.Line line) {
    if (line.lane() >= 0) {
      return Lanes.brief(frame.timeline(), line.lane());
    }
    if (line.process() < 0 || line.process() >= frame.timeline().processes().size()) {
      return "";
    }
    ProcessTrack process = frame.timeline().processes().get(line.process());
    return process.name();
  }

  /** Takes over where the playhead is. */
  void place() {
    getStyleClass().removeAll("here", "later");
    if (isEmpty() || !(getItem() instanceof ConsoleRow.Printed(OutputTrack.Line line))) {
      return;
    }
    if (line.index() == pane.here()) {
      getStyleClass().add("here");
    } else if (line.index() > pane.here()) {
      getStyleClass().add("later");
    }
  }
}
