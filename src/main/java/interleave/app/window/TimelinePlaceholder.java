package interleave.app.window;

import interleave.program.RunOrigin;
import interleave.view.control.FramePane;
import interleave.view.python.NoPython;
import interleave.view.question.QuestionCard;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Stands where the timeline will be until there is one. */
final class TimelinePlaceholder extends VBox implements FramePane {
  private static final Words WORDS = Words.of("app/window");

  /** Below this height the question is all there is room for. */
  private static final double LOW = 320;

  /** What the button takes below the question, with all distances. */
  private static final double BELOW = 78;

  private final Label big = new Label();
  private final Label small = new Label();
  private final Button run = new Button();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final QuestionCard question;
  private final ScrollPane asking;
  private final NoPython noPython;

  TimelinePlaceholder(Runnable start, QuestionCard question, NoPython noPython) {
    this.question = question;
    this.noPython = noPython;
    getStyleClass().add("empty");
    big.getStyleClass().add("big");
    small.getStyleClass().add("small");
    small.setWrapText(true);
    small.setMaxWidth(420);
    small.setMinHeight(Region.USE_PREF_SIZE); // the question gives way, and is scrolled
    run.getStyleClass().add("run-button");
    run.setOnAction(_ -> start.run());
    busy.setMaxSize(26, 26);
    question.setMaxWidth(460);
    VBox middle = new VBox(question);
    middle.setAlignment(javafx.geometry.Pos.CENTER);
    asking = new ScrollPane(middle); // where there is little room, all of it can be reached
    asking.setFitToWidth(true);
    asking.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    asking.setMinHeight(0);
    asking.setFocusTraversable(false);
    getChildren().addAll(busy, big, small, noPython, asking, run);
  }

  @Override
  public void show(Frame frame) {
    question.show(frame);
    noPython.show(frame);
    boolean needed = !frame.hasRun();
    setVisible(needed);
    setManaged(needed);
    if (!needed) {
      return;
    }
    boolean starting = frame.phase() == Session.State.STARTING;
    boolean saved = frame.chosen().filter(RunOrigin.Saved.class::isInstance).isPresent();
    busy.setVisible(starting);
    busy.setManaged(starting);
    boolean missing = noPython.isVisible();
    asking.setVisible(!missing); // there is no run to be foretold
    asking.setManaged(!missing);
    boolean low = getHeight() > 0 && getHeight() < LOW && question.isVisible();
    boolean tight = low && getHeight() < question.prefHeight(question.getWidth()) + BELOW;
    run.setVisible(!starting && !missing && !tight); // there is another one above
    run.setManaged(run.isVisible());
    for (Label label : java.util.List.of(big, small)) {
      label.setVisible(!low && !missing);
      label.setManaged(!low && !missing);
    }
    set(run, WORDS.get(saved ? "not-yet.open" : "not-yet.run"));
    set(
        big,
        WORDS.get(
            starting ? "not-yet.starting" : saved ? "not-yet.not-opened" : "not-yet.not-run"));
    set(small, WORDS.get(starting ? "not-yet.own-process" : "not-yet.how"));
  }

  private static void set(javafx.scene.control.Labeled label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }
}
