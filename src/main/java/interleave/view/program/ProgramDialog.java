package interleave.view.program;

import interleave.view.control.SpokenWords;
import interleave.view.python.Pythons;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Window;

/**
 * Asks for a program of the user's own, and says at once what is wrong with what was typed. It
 * begins with what was typed the last time.
 */
public final class ProgramDialog extends Dialog<ProgramForm> {
  private static final SpokenWords WORDS = SpokenWords.of("view/program");

  private final ButtonType run = new ButtonType(WORDS.get("run"), ButtonBar.ButtonData.OK_DONE);
  private final Label refusal = new Label();
  private final ProgramFields fields;

  /**
   * @param pythons to choose from for a script
   * @param before what the fields begin with
   * @param keep hears what stands in the fields when the dialog goes, however it goes
   */
  public ProgramDialog(
      Window owner,
      List<String> styleSheets,
      List<String> styleClasses,
      Pythons pythons,
      ProgramForm before,
      Consumer<ProgramForm> keep) {
    initOwner(owner);
    setTitle(WORDS.get("title"));
    getDialogPane().getStylesheets().setAll(styleSheets);
    getDialogPane().getStyleClass().addAll(styleClasses);
    fields = new ProgramFields(owner, pythons, this::check);
    refusal.getStyleClass().add("danger");
    refusal.setId("refusal");
    refusal.setWrapText(true);
    refusal.setMinHeight(36);
    fields.addBelow(refusal);
    getDialogPane().setContent(fields);
    ButtonType clear = new ButtonType(WORDS.get("clear"), ButtonBar.ButtonData.LEFT);
    getDialogPane()
        .getButtonTypes()
        .addAll(clear, run, new ButtonType(WORDS.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    getDialogPane().lookupButton(run).setId("run-program");
    getDialogPane()
        .lookupButton(clear)
        .addEventFilter(
            ActionEvent.ACTION,
            event -> {
              fields.show(ProgramForm.EMPTY);
              fields.field("program").requestFocus();
              event.consume();
            });
    fields.show(before);
    check();
    setResultConverter(button -> button == run ? fields.typed() : null);
    setOnShown(_ -> fields.field("program").requestFocus());
    setOnHidden(_ -> keep.accept(fields.typed()));
  }

  private void check() {
    Node ok = getDialogPane().lookupButton(run);
    if (ok == null) {
      return; // while it is being put together
    }
    Optional<String> reason = fields.typed().refusal();
    refusal.setText(fields.field("program").getText().isBlank() ? "" : reason.orElse(""));
    ok.setDisable(reason.isPresent());
    fit();
  }

  /**
   * In Java there is more to be asked for than in Python, and a sentence may take several lines.
   */
  private void fit() {
    DialogPane pane = getDialogPane();
    Scene scene = pane.getScene();
    if (isShowing() && scene != null && pane.prefHeight(pane.getWidth()) > scene.getHeight()) {
      scene.getWindow().sizeToScene();
    }
  }
}
