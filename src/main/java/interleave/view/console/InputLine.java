package interleave.view.console;

import interleave.view.control.SpokenWords;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Where the program's standard input is typed, line by line. Up and Down bring back what was typed
 * before; Ctrl+D on an empty line ends the input, as in a terminal.
 */
final class InputLine extends HBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/console");

  private final TextField field = new TextField();
  private final Button send = WORDS.on(new Button(), "send");
  private final Button end = WORDS.on(new Button(), "end");
  private final InputHistory history = new InputHistory();
  private final Consumer<String> type;
  private final Runnable endOfInput;
  private boolean ended;

  InputLine(Consumer<String> type, Runnable endOfInput) {
    this.type = type;
    this.endOfInput = endOfInput;
    getStyleClass().add("console-input");
    Label prompt = new Label("›");
    prompt.getStyleClass().add("muted");
    field.setId("console-input");
    WORDS.accessible(field, "input");
    field.promptTextProperty().bind(WORDS.text("input"));
    field.setOnAction(_ -> send());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(field, Priority.ALWAYS);
    send.setOnAction(_ -> send());
    end.setId("console-end");
    end.setOnAction(_ -> end());
    end.setTooltip(WORDS.tooltip("end.says"));
    for (Button button : new Button[] {send, end}) {
      button.getStyleClass().add("bar-button");
      button.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().addAll(prompt, field, send, end);
  }

  /** Another run begins; what is half typed stays. */
  void begin() {
    ended = false;
    enable();
  }

  private void enable() {
    field.setDisable(ended);
    send.setDisable(ended);
    end.setDisable(ended);
    field.promptTextProperty().bind(WORDS.text(ended ? "ended" : "input"));
  }

  private void send() {
    String line = field.getText();
    history.sent(line);
    type.accept(line);
    field.clear();
  }

  private void end() {
    if (!field.getText().isEmpty()) {
      send();
    }
    ended = true;
    enable();
    endOfInput.run();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.UP) {
      replace(history.older(field.getText()));
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      replace(history.newer(field.getText()));
      event.consume();
    } else if (event.getCode() == KeyCode.D && event.isControlDown() && field.getText().isEmpty()) {
      end();
      event.consume();
    }
  }

  private void replace(String line) {
    field.setText(line);
    field.end();
  }
}
