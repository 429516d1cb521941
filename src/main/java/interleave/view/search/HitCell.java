package interleave.view.search;

import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.search.Found;
import interleave.view.control.SpokenWords;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What was found: which kind of thing, its name, whose it is, and when it was. */
final class HitCell extends ListCell<Found.Hit> {
  private static final SpokenWords WORDS = SpokenWords.of("view/search");

  private final Supplier<Timeline> timeline;
  private final Label kind = new Label();
  private final Label name = new Label();
  private final Label whose = new Label();
  private final Label time = new Label();
  private final HBox row = new HBox(10, kind, name, whose, time);

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
    time.getStyleClass().addAll("muted", "mono");
    time.setMinWidth(USE_PREF_SIZE);
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
    time.setText(time(hit));
    setAccessibleText(
        String.join(" ", kind.getText(), name.getText(), whose.getText(), time.getText()));
    setGraphic(row);
  }

  /** Since the run began; nothing of what is there all the time. */
  private String time(Found.Hit hit) {
    Timeline now = timeline.get();
    long from = FoundWalk.time(now, hit);
    return from == Timeline.OPEN ? "" : Durations.moment(from - now.start());
  }

  private String whose(Found.Hit hit) {
    Timeline now = timeline.get();
    if (hit.thing() instanceof ThingRef.Span(int lane, long _)) {
      return Lanes.brief(now, lane);
    }
    if (hit.thing() instanceof ThingRef.Message(int queue, int index)
        && queue < now.queues().size()) {
      QueueTrack.Message message = now.queues().get(queue).message(index);
      return WORDS.get(
          "between", Lanes.brief(now, message.fromLane()), Lanes.brief(now, message.toLane()));
    }
    return hit.thing() instanceof ThingRef.Process ? "" : process(now, hit.process());
  }

  private static String process(Timeline now, int index) {
    if (index < 0 || index >= now.processes().size() || now.processes().size() < 2) {
      return "";
    }
    ProcessTrack process = now.processes().get(index);
    return process.called();
  }
}
