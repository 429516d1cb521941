package interleave.view.source;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A line: a bar and a tint where a thread is, its number, its code, and who is there. */
final class LineCell extends ListCell<SourceLine> {
  private static final double TINT = 0.18;

  private final SourcePane pane;
  private final Region bar = new Region();
  private final Label number = new Label();
  private final TextFlow code = new TextFlow();
  private final Label who = new Label();
  private final HBox row = new HBox(bar, number, code, who);

  private @Nullable LineMark shown;
  private @Nullable Color painted;

  LineCell(SourcePane pane) {
    this.pane = pane;
    bar.setMinWidth(3);
    bar.setMaxWidth(3);
    number.getStyleClass().add("number");
    number.setMinWidth(34);
    number.setPrefWidth(34);
    HBox.setMargin(number, new Insets(0, 20, 0, 0));
    HBox.setMargin(who, new Insets(0, 0, 0, 12));
    code.getStyleClass().add("code");
    code.setMinWidth(Region.USE_PREF_SIZE);
    who.getStyleClass().add("who");
    who.setMinWidth(Region.USE_PREF_SIZE);
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
  }

  @Override
  protected void updateItem(SourceLine line, boolean empty) {
    super.updateItem(line, empty);
    code.getChildren().clear();
    shown = null;
    if (empty || line == null) {
      number.setText("");
      setAccessibleText(null);
    } else {
      number.setText(Integer.toString(line.number()));
      for (Token token : line.tokens()) {
        Text text = new Text(token.text());
        text.getStyleClass().add(token.kind().style());
        code.getChildren().add(text);
      }
      setAccessibleText(line.number() + " " + line.text());
    }
    mark();
  }

  /** Takes over where threads are. */
  void mark() {
    SourceLine line = getItem();
    LineMark mark = line == null || isEmpty() ? null : pane.mark(line.number());
    boolean pointed = line != null && !isEmpty() && pane.pointed(line.number());
    if (mark == null && pointed) {
      shown = null;
      Color accent = pane.colours().accent();
      row.setBackground(fill(accent.deriveColor(0, 1, 1, TINT)));
      bar.setBackground(fill(accent));
      who.setText("");
      return;
    }
    if (mark == null) {
      shown = null;
      row.setBackground(Background.EMPTY);
      bar.setBackground(Background.EMPTY);
      who.setText("");
      return;
    }
    Color colour = pane.colour(mark);
    bar.setBackground(fill(pointed ? pane.colours().accent() : colour));
    if (shown != null && shown.lanes().equals(mark.lanes()) && colour.equals(painted)) {
      return;
    }
    shown = mark;
    painted = colour;
    Color tint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), TINT);
    row.setBackground(fill(tint));
    who.setText(pane.names(mark));
  }

  private static Background fill(Color colour) {
    return new Background(new BackgroundFill(colour, CornerRadii.EMPTY, Insets.EMPTY));
  }
}
