package interleave.view.python;

import interleave.engine.Interpreter;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says what to install where a Python program is chosen and there is no Python. */
public final class NoPython extends VBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/python");

  private final Pythons pythons;

  /**
   * @param another asks for the path of a Python
   */
  public NoPython(Pythons pythons, Runnable another) {
    this.pythons = pythons;
    setId("no-python");
    getStyleClass().add("no-python");
    setAlignment(Pos.CENTER);
    Label big = WORDS.label("none.big");
    big.getStyleClass().add("big");
    Label small = WORDS.label("none.small", "3." + Interpreter.OLDEST_MINOR);
    small.getStyleClass().add("small");
    small.setWrapText(true);
    small.setMaxWidth(420);
    small.setMinHeight(USE_PREF_SIZE);
    HBox buttons =
        new HBox(
            8,
            button("none.look", "look-again", pythons::lookAgain),
            button("none.choose", "choose-one", another));
    buttons.setAlignment(Pos.CENTER);
    getChildren().addAll(big, small, buttons);
    show(false);
  }

  private static Button button(String key, String id, Runnable action) {
    Button button = WORDS.on(new Button(), key);
    button.setId(id);
    button.getStyleClass().add("bar-button");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void show(boolean on) {
    setVisible(on);
    setManaged(on);
  }

  @Override
  public void show(Frame frame) {
    show(Pythons.runs(frame.chosen()) && pythons.known().none());
  }
}
