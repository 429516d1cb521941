package interleave.view.search;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.search.Found;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What was found: which kind of thing, its name, whose it is. */
final class HitCell extends ListCell<Found.Hit> {

  private final Supplier<Timeline> timeline;
  private final Label kind = new Label();
  private final Label name = new Label();
  private final Label whose = new Label();
  private final HBox row = new HBox(10, kind, name, whose);

  HitCell(Supplier<Timeline> timeline) {
    this.timeline = timeline;
    kind.getStyleClass().add("muted");
    kind.setMinWidth(96);
    kind.setMaxWidth(96);
    name.getStyleClass().add("mono");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    whose.getStyleClass().add("muted");
    whose.setMinWidth(USE_PREF_SIZE);
    whose.setMaxWidth(160);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Found.Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    if (empty || hit == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    kind.setText(hit.kind().word());
    name.setText(hit.name().isBlank() ? "–" : hit.name().strip());
    whose.setText(whose(hit));
    setAccessibleText(kind.getText() + " " + name.getText() + " " + whose.getText());
    setGraphic(row);
  }

  private String whose(Found.Hit hit) {
    Timeline now = timeline.get();
    boolean told =
        !(hit.thing() instanceof ThingRef.Process)
            && hit.process() >= 0
            && hit.process() < now.processes().size()
            && now.processes().size() > 1;
    if (!told) {
      return "";
    }
    ProcessTrack process = now.processes().get(hit.process());
    return process.name() + " " + process.pid();
  }
}
