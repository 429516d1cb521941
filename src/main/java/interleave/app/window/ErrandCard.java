package interleave.app.window;

import interleave.view.control.FramePane;
import interleave.view.session.Errand;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.words.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * How far the opening or saving of a file has come, where that takes its time, and an end to it.
 */
final class ErrandCard extends VBox implements FramePane {
  private static final Words WORDS = Words.of("app/window");

  private final Session session;
  private final Label what = new Label();
  private final Label share = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = new Button();

  ErrandCard(Session session) {
    super(8);
    this.session = session;
    setId("errand");
    what.getStyleClass().add("what");
    what.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    what.setMinWidth(0);
    share.getStyleClass().add("where");
    share.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(what, Priority.ALWAYS);
    what.setMaxWidth(Double.MAX_VALUE);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    cancel.setOnAction(_ -> session.errand().ifPresent(Errand::cancel));
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    HBox below = new HBox(12, bar, cancel);
    below.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(new HBox(12, what, share), below);
    getStyleClass().add("notice");
    setPrefWidth(380);
    setMaxSize(380, Region.USE_PREF_SIZE);
    setVisible(false);
    setManaged(false);
  }

  @Override
  public void show(Frame frame) {
    Optional<Errand> errand = session.errand().filter(Errand::isLong);
    setVisible(errand.isPresent());
    setManaged(errand.isPresent());
    errand.ifPresent(this::tell);
  }

  private void tell(Errand errand) {
    what.setText(WORDS.get("errand." + errand.kind(), errand.name()));
    share.setText(String.format(Locale.ROOT, "%.0f %%", 100 * errand.share()));
    bar.setProgress(errand.share());
    cancel.setText(WORDS.get(errand.isCancelled() ? "errand.cancelled" : "errand.cancel"));
    cancel.setDisable(errand.isCancelled());
  }

  /** Ends what it shows; false where it shows nothing. */
  boolean cancel() {
    if (isVisible()) {
      session.errand().ifPresent(Errand::cancel);
    }
    return isVisible();
  }
}
