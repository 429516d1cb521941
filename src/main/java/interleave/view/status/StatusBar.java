package interleave.view.status;

import interleave.timeline.Timeline;
import interleave.view.control.Buttons;
import interleave.view.control.FramePane;
import interleave.view.control.RangeText;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.session.Playback;
import interleave.view.session.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/** Live or recorded, how much, what was lost, what the recording costs, frames per second. */
public final class StatusBar extends HBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/status");

  /** What is no further behind the program is as good as now. */
  private static final long TOLD_FROM = 500_000_000;

  private final IntSupplier framesPerSecond;
  private final Circle dot = new Circle(4);
  private final Label before = new Label();
  private final Label lost = new Label();
  private final Label after = new Label();
  private final Label range = new Label();
  private final Button notes = new Button();
  private final Button teacher = new Button();
  private final Label hint = WORDS.label("hint");

  /**
   * @param showNotes shows what tracers and reader had to say
   * @param leaveTeacher leaves the teacher's view
   */
  public StatusBar(IntSupplier framesPerSecond, Runnable showNotes, Runnable leaveTeacher) {
    this.framesPerSecond = framesPerSecond;
    getStyleClass().add("status");
    dot.getStyleClass().add("dot");
    lost.setId("lost-events");
    before.setId("status");
    before.setMinWidth(0);
    after.setMinWidth(0);
    lost.setTooltip(WORDS.tooltip("lost.tip"));
    notes.getStyleClass().add("link");
    notes.setId("notes");
    notes.setOnAction(_ -> showNotes.run());
    Buttons.describe(notes, WORDS.text("notes.tip"));
    WORDS.on(teacher, "teacher");
    teacher.getStyleClass().add("link");
    teacher.setId("leave-teacher");
    teacher.setMinWidth(USE_PREF_SIZE);
    teacher.setOnAction(_ -> leaveTeacher.run());
    Buttons.describe(teacher, WORDS.text("teacher.tip"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    range.setId("range");
    range.getStyleClass().add("range");
    range.setMinWidth(USE_PREF_SIZE);
    HBox words = new HBox(before, lost, after);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    words.setMinWidth(0);
    getChildren().addAll(dot, words, range, notes, gap, teacher, hint);
  }

  @Override
  public void show(Frame frame) {
    Timeline.Counters counters = frame.timeline().counters();
    set(before, StatusWords.before(frame));
    set(lost, frame.hasRun() ? StatusWords.lost(counters.lost()) : "");
    mark(lost, "danger", counters.lost() > 0);
    set(after, frame.hasRun() ? after(frame) : "");
    set(
        range,
        frame
            .range()
            .map(asked -> WORDS.get("range", RangeText.of(frame.timeline(), asked)))
            .orElse(""));
    range.setManaged(frame.range().isPresent());
    hint.setVisible(frame.range().isEmpty());
    hint.setManaged(frame.range().isEmpty());
    teacher.setVisible(frame.covers().on());
    teacher.setManaged(frame.covers().on());
    int said = frame.timeline().notes().size();
    notes.setVisible(said > 0);
    notes.setManaged(said > 0);
    String count = WORDS.count("notes", said);
    if (!notes.getText().equals(count)) {
      notes.setText(count);
    }
    mark(dot, "live", frame.running());
    mark(dot, "recorded", !frame.running() && frame.hasRun());
  }

  private String after(Frame frame) {
    List<String> words = new ArrayList<>();
    if (frame.running() && frame.lag().behind() > TOLD_FROM) {
      words.add(StatusWords.behind(frame.lag().behind()));
    }
    StatusWords.recorder(frame.timeline().counters()).ifPresent(words::add);
    if (frame.mode() == Playback.Mode.REPLAYING) {
      words.add(WORDS.get("replay", Speed.show(frame.speed())));
    }
    if (!frame.runtime().isEmpty()) {
      words.add(frame.runtime());
    }
    if (!frame.ending().isEmpty()) {
      words.add(StatusWords.ending(frame.ending()));
    }
    if (framesPerSecond.getAsInt() > 0) {
      words.add(WORDS.get("frames", framesPerSecond.getAsInt()));
    }
    return words.isEmpty() ? "" : " · " + String.join(" · ", words);
  }

  private static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  private static void mark(javafx.scene.Node node, String style, boolean on) {
    if (on != node.getStyleClass().contains(style)) {
      if (on) {
        node.getStyleClass().add(style);
      } else {
        node.getStyleClass().remove(style);
      }
    }
  }
}
