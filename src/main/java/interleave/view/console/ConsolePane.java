package interleave.view.console;

import interleave.timeline.OutputTrack;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.theme.Colours;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What was printed, each line with its moment and the colour of its process. Choosing a line moves
 * the playhead to its moment; what is printed after the playhead is dimmed. Below, a line to type
 * the program's standard input.
 */
public final class ConsolePane extends BorderPane implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/console");

  /** How many lines are taken over in one frame, so that a flood does not hold the window up. */
  private static final int AT_ONCE = 4_000;

  private final ListView<OutputTrack.Line> list = new ListView<>();
  private final Set<OutputCell> cells = new LinkedHashSet<>();
  private final TextField input = new TextField();
  private final HBox inputLine;
  private final LongConsumer seek;
  private final Supplier<Colours> colours;
  private @Nullable Frame frame;
  private int take = -1;
  private int here = -1;

  /**
   * @param seek moves the playhead
   * @param type hands a line to the program
   */
  public ConsolePane(LongConsumer seek, Consumer<String> type, Supplier<Colours> colours) {
    this.seek = seek;
    this.colours = colours;
    list.setId("console");
    list.getStyleClass().add("console-list");
    WORDS.accessible(list, "says");
    list.setFixedCellSize(20);
    list.setPlaceholder(placeholder());
    list.setCellFactory(
        _ -> {
          OutputCell cell = new OutputCell(this);
          cells.add(cell);
          return cell;
        });
    list.setOnMouseClicked(_ -> chosen());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            chosen();
          }
        });
    inputLine = inputLine(type);
    setCenter(list);
    setBottom(inputLine);
  }

  private static Label placeholder() {
    Label label = WORDS.label("nothing");
    label.getStyleClass().add("muted");
    return label;
  }

  private HBox inputLine(Consumer<String> type) {
    Label prompt = new Label("›");
    prompt.getStyleClass().add("muted");
    input.setId("console-input");
    input.promptTextProperty().bind(WORDS.text("input"));
    WORDS.accessible(input, "input");
    HBox.setHgrow(input, Priority.ALWAYS);
    Runnable send =
        () -> {
          type.accept(input.getText());
          input.clear();
        };
    input.setOnAction(_ -> send.run());
    Button button = WORDS.on(new Button(), "send");
    button.getStyleClass().add("bar-button");
    button.setOnAction(_ -> send.run());
    HBox box = new HBox(prompt, input, button);
    box.getStyleClass().add("console-input");
    return box;
  }

  private void chosen() {
    OutputTrack.Line line = list.getSelectionModel().getSelectedItem();
    if (line != null) {
      seek.accept(line.time());
    }
  }

  @Override
  public void show(Frame next) {
    frame = next;
    inputLine.setVisible(next.hasRun() && next.running());
    inputLine.setManaged(next.hasRun() && next.running());
    OutputTrack output = next.timeline().output();
    if (next.take() != take || output.size() < list.getItems().size()) {
      take = next.take();
      here = -1;
      list.getItems().clear();
    }
    int known = list.getItems().size();
    if (output.size() > known) {
      boolean atEnd = next.running() && known == here + 1;
      List<OutputTrack.Line> fresh = new ArrayList<>();
      for (int i = known; i < output.size() && fresh.size() < AT_ONCE; i++) {
        fresh.add(output.line(i));
      }
      list.getItems().addAll(fresh);
      if (atEnd) {
        list.scrollTo(list.getItems().size() - 1);
      }
    }
    int now = output.at(next.playhead());
    if (now != here) {
      here = now;
      cells.forEach(OutputCell::place);
    }
  }

  int here() {
    return here;
  }

  @Nullable Frame frame() {
    return frame;
  }

  Colours colours() {
    return colours.get();
  }

  /** Lines are repainted after the theme changed. */
  public void recolour() {
    list.refresh();
  }
}
