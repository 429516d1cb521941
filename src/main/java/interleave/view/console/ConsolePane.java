package interleave.view.console;

import interleave.timeline.OutputTrack;
import interleave.timeline.layout.Durations;
import interleave.view.control.Copying;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.theme.Colours;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What was printed, each line with its moment and the colour of its process, and what was typed in
 * between. Choosing a line moves the playhead to its moment; what is printed after the playhead is
 * dimmed. Below, a line to type the program's standard input.
 */
public final class ConsolePane extends BorderPane implements FramePane {
  /** What the console asks for. */
  public interface Actions {
    void seek(long time);

    /** Hands a line to the program. */
    void type(String line);

    /** The program's standard input ends. */
    void endOfInput();
  }

  /** A sentence of ours that nobody has seen yet. */
  private record Said(int take, long time, String text) {}

  private static final SpokenWords WORDS = SpokenWords.of("view/console");

  /** From so many lines on the console says how many there are. */
  private static final int MANY = 1_000;

  private final ConsoleRows rows = new ConsoleRows();
  private final ListView<ConsoleRow> list = new ListView<>(rows);
  private final Set<OutputCell> cells = new LinkedHashSet<>();
  private final Label many = new Label();
  private final Label nothing = WORDS.label("nothing");
  private final InputLine input;
  private final LongConsumer seek;
  private final Supplier<Colours> colours;
  private final List<Said> said = new ArrayList<>();
  private @Nullable Frame frame;
  private boolean nothingMore;
  private int take = -1;
  private int here = -1;

  public ConsolePane(Actions wishes, Supplier<Colours> colours) {
    seek = wishes::seek;
    this.colours = colours;
    list.setId("console");
    list.getStyleClass().add("console-list");
    WORDS.accessible(list, "says");
    list.setFixedCellSize(20);
    nothing.getStyleClass().add("muted");
    list.setPlaceholder(nothing);
    list.setCellFactory(
        _ -> {
          OutputCell cell = new OutputCell(this);
          cells.add(cell);
          return cell;
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            chosen();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            chosen();
          }
        });
    input =
        new InputLine(
            line -> {
              echo(line);
              wishes.type(line);
            },
            () -> {
              echo(WORDS.get("echo.end"));
              wishes.endOfInput();
            });
    many.getStyleClass().add("console-many");
    many.setMaxWidth(Double.MAX_VALUE);
    setCenter(list);
    setBottom(new VBox(many, input));
  }

  /** What else can be done to a line, by its time, for its menu. */
  public void offer(LongFunction<List<MenuItem>> more) {
    Copying.lines(list, ConsoleRow::text, row -> more.apply(row.time()));
  }

  /** What there may still be while the program runs is not to be expected of what has ended. */
  private void nothing(boolean ended) {
    if (ended != nothingMore) {
      nothingMore = ended;
      WORDS.on(nothing, ended ? "nothing.ended" : "nothing");
    }
  }

  private void echo(String line) {
    Frame now = frame;
    if (now != null) {
      rows.type(now.timeline().now(), line);
      list.scrollTo(rows.size() - 1);
    }
  }

  /** Says a sentence of ours at the end of that frame; it is seen as soon as the console is. */
  public void say(Frame at, String sentence) {
    said.removeIf(each -> each.take() != at.take());
    said.add(new Said(at.take(), at.timeline().now(), sentence));
  }

  private void said(Frame now) {
    for (Said each : said) {
      if (each.take() == now.take()) {
        rows.say(each.time(), each.text(), now.timeline().output().at(each.time()) + 1);
      }
    }
    said.clear();
  }

  private void chosen() {
    ConsoleRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      seek.accept(row.time());
    }
  }

  @Override
  public void show(Frame next) {
    frame = next;
    nothing(next.hasRun() && !next.running());
    boolean typing = next.hasRun() && next.running();
    input.setVisible(typing);
    input.setManaged(typing);
    OutputTrack output = next.timeline().output();
    boolean anew = next.take() != take || output.size() < rows.printed();
    if (anew) {
      take = next.take();
      here = -1;
      rows.clearRows();
      input.begin();
    }
    boolean atEnd = next.running() && rows.printed() == here + 1;
    int before = rows.size();
    rows.take(output);
    if (anew && !next.running()) {
      rows.retype(next.annotations().typed());
    }
    said(next);
    if (rows.size() > before && atEnd) {
      list.scrollTo(rows.size() - 1);
    }
    many(next);
    int now = output.at(next.playhead());
    if (now != here) {
      here = now;
      cells.forEach(OutputCell::place);
    }
  }

  /** A flood is told in numbers, and what of it was not recorded. */
  private void many(Frame now) {
    long lost = now.timeline().counters().lost();
    boolean told = rows.printed() >= MANY;
    many.setVisible(told);
    many.setManaged(told);
    if (told) {
      String lines = Durations.count(rows.printed());
      String text =
          lost > 0
              ? WORDS.get("many.lost", lines, Durations.count(lost))
              : WORDS.get("many", lines);
      if (!many.getText().equals(text)) {
        many.setText(text);
      }
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
