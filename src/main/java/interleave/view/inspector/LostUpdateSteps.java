package interleave.view.inspector;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Durations;
import interleave.view.control.SpokenWords;
import interleave.view.theme.Colours;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/**
 * The steps of a lost update, each a click away for the playhead, and the ways to the one before
 * and the next.
 */
final class LostUpdateSteps extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/inspector");

  private final LongConsumer seek;
  private final IntConsumer go;
  private final VBox steps = new VBox(2);
  private final Button previous = WORDS.on(new Button(), "lost.previous");
  private final Button next = WORDS.on(new Button(), "lost.next");
  private final List<HBox> rows = new ArrayList<>();
  private List<LostUpdateStory.Step> story = List.of();
  private int index = -1;
  private Colours colours = new Colours(interleave.view.theme.Theme.LIGHT);

  /**
   * @param seek moves the playhead
   * @param go goes to the lost update of that index
   */
  LostUpdateSteps(LongConsumer seek, IntConsumer go) {
    super(10);
    this.seek = seek;
    this.go = go;
    previous.getStyleClass().add("bar-button");
    previous.setId("previous-lost");
    previous.setOnAction(_ -> go.accept(index - 1));
    next.getStyleClass().add("bar-button");
    next.setId("next-lost");
    next.setOnAction(_ -> go.accept(index + 1));
    getChildren().addAll(steps, new HBox(10, previous, next));
  }

  void show(Timeline timeline, VariableTrack variable, int at, long playhead, Colours now) {
    List<LostUpdateStory.Step> told = LostUpdateStory.of(timeline, variable, at);
    if (!told.equals(story) || !now.equals(colours)) {
      story = told;
      colours = now;
      steps.getChildren().clear();
      rows.clear();
      for (LostUpdateStory.Step step : told) {
        HBox row = row(step, timeline.hue(step.lane()));
        rows.add(row);
        steps.getChildren().add(row);
      }
    }
    index = at;
    previous.setDisable(at <= 0);
    next.setDisable(at >= variable.lostUpdates() - 1);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).getStyleClass().remove("here");
      boolean last = i == rows.size() - 1 || story.get(i + 1).time() > playhead;
      if (story.get(i).time() <= playhead && last && playhead < story.get(i).time() + 1_000_000) {
        rows.get(i).getStyleClass().add("here");
      }
    }
  }

  private HBox row(LostUpdateStory.Step step, int hue) {
    Color colour = colours.hue(hue);
    Label number = new Label(Integer.toString(step.number()));
    number.getStyleClass().add("step-number");
    number.setTextFill(colours.onHue(hue));
    Circle disc = new Circle(9.5, colour);
    StackPane sign = new StackPane(disc, number);
    Label who = new Label(step.who());
    who.setMinWidth(20);
    Label text = new Label(step.does());
    text.setMinWidth(USE_PREF_SIZE);
    if (step.lost()) {
      text.getStyleClass().add("danger");
    }
    HBox words = new HBox(4, who, text);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label after = new Label("+" + Durations.show(step.after()));
    after.getStyleClass().addAll("mono", "muted");
    after.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(sign, words, gap, after);
    row.getStyleClass().add("step-row");
    row.setId("step-" + step.number());
    row.setFocusTraversable(true);
    row.setAccessibleText(WORDS.get("lost.step", step.number(), step.who(), step.does()));
    row.setOnMouseClicked(_ -> seek.accept(step.time()));
    row.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            seek.accept(step.time());
            event.consume();
          }
        });
    return row;
  }
}
