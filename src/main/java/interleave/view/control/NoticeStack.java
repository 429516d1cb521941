package interleave.view.control;

import interleave.view.session.Frame;
import interleave.view.session.Notice;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the user has to be told, in a corner of the window: what happened, where, what to do next.
 */
public final class NoticeStack extends VBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/control");
  private static final int MOST = 4;
  private static final Duration SHORT = Duration.seconds(6);
  private static final Duration LONG = Duration.seconds(20);

  private final Set<HBox> told = new HashSet<>();
  private @Nullable Consumer<Path> folders;
  private int take;

  public NoticeStack() {
    super(10);
    setId("notices");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** Shows a folder in which something was written, where whoever reads of that wants to see it. */
  public void showFolders(Consumer<Path> shown) {
    folders = shown;
  }

  /**
   * Shows one with a button that does something about it, and then goes; whoever does not want that
   * now need not close it.
   */
  public void offer(Notice notice, String words, Runnable action) {
    HBox card = card(notice);
    Button button = new Button(words);
    button.setOnAction(
        _ -> {
          getChildren().remove(card);
          action.run();
        });
    ((VBox) card.getChildren().getFirst()).getChildren().add(button);
    add(card);
    leaves(card, LONG);
  }

  private void add(HBox card) {
    getChildren().add(card);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
  }

  /** What was told before another run or recording began is not of that one. */
  @Override
  public void show(Frame frame) {
    if (frame.take() != take) {
      take = frame.take();
      getChildren().removeAll(told);
      told.clear();
    }
  }

  /** Shows one that is about the run in sight, and goes when another is. */
  public void tellOfRun(Notice notice) {
    ofRun(shown(notice));
  }

  /**
   * Shows one. Errors stay until they are closed, or something else is run or opened; others leave
   * when there was time to read them.
   */
  public void tell(Notice notice) {
    HBox card = shown(notice);
    if (notice.weight() != Notice.Weight.INFORMATION) {
      ofRun(card);
    }
  }

  private void ofRun(HBox card) {
    told.removeIf(each -> each.getParent() == null);
    told.add(card);
  }

  private HBox shown(Notice notice) {
    HBox card = card(notice);
    add(card);
    switch (notice.weight()) {
      case INFORMATION -> leaves(card, SHORT);
      case WARNING -> leaves(card, LONG);
      case ERROR -> {}
    }
    return card;
  }

  /** It stays as long as the pointer is on it. */
  private void leaves(HBox card, Duration time) {
    PauseTransition pause = new PauseTransition(time);
    pause.setOnFinished(_ -> getChildren().remove(card));
    card.hoverProperty()
        .addListener(
            (_, _, hovered) -> {
              if (hovered) {
                pause.stop();
              } else {
                pause.playFromStart();
              }
            });
    pause.play();
  }

  /** Closes the newest; false when there is none. */
  public boolean dismiss() {
    if (getChildren().isEmpty()) {
      return false;
    }
    getChildren().removeLast();
    return true;
  }

  private HBox card(Notice notice) {
    VBox text = new VBox(4, line(notice.what(), "what"));
    if (!notice.where().isBlank()) {
      text.getChildren().add(line(notice.where(), "where"));
    }
    if (!notice.next().isBlank()) {
      text.getChildren().add(line(notice.next(), "next"));
    }
    Consumer<Path> shown = folders;
    if (shown != null && notice.folder().isPresent()) {
      Button folder = WORDS.on(new Button(), "folder");
      folder.setId("show-folder");
      folder.getStyleClass().add("link");
      folder.setOnAction(_ -> shown.accept(notice.folder().get()));
      text.getChildren().add(folder);
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    Button close = new Button();
    close.setGraphic(new FontIcon(Feather.X));
    close.getStyleClass().add("link");
    Buttons.describe(close, WORDS.text("close"));
    HBox card = new HBox(text, close);
    card.getStyleClass().add("notice");
    switch (notice.weight()) {
      case ERROR -> card.getStyleClass().add("error");
      case WARNING -> card.getStyleClass().add("warning");
      case INFORMATION -> {}
    }
    card.setPrefWidth(380);
    card.setMaxWidth(380);
    close.setOnAction(_ -> getChildren().remove(card));
    return card;
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
