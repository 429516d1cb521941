package interleave.view.gallery;

import interleave.view.control.SpokenWords;
import interleave.view.session.Program;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a program of the user's own, and says at once what is wrong with what was typed. */
public final class ProgramDialog extends Dialog<Program.Own> {
  private static final SpokenWords WORDS = SpokenWords.of("view/gallery");

  private final TextField target = field("program");
  private final TextField classPath = field("class-path");
  private final TextField arguments = field("arguments");
  private final TextField folder = field("folder");
  private final TextField watched = field("watched");
  private final Label refusal = new Label();

  public ProgramDialog(Window owner, List<String> styleSheets, List<String> styleClasses) {
    initOwner(owner);
    setTitle(WORDS.get("dialog.title"));
    getDialogPane().getStylesheets().setAll(styleSheets);
    getDialogPane().getStyleClass().addAll(styleClasses);
    getDialogPane().setContent(form());
    ButtonType run = new ButtonType(WORDS.get("dialog.run"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane()
        .getButtonTypes()
        .addAll(run, new ButtonType(WORDS.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    Node ok = getDialogPane().lookupButton(run);
    ok.setId("run-program");
    Runnable check =
        () -> {
          Optional<String> reason = typed().refusal();
          refusal.setText(target.getText().isBlank() ? "" : reason.orElse(""));
          ok.setDisable(reason.isPresent());
        };
    for (TextField field : List.of(target, classPath, arguments, folder, watched)) {
      field.textProperty().addListener((_, _, _) -> check.run());
    }
    check.run();
    setResultConverter(button -> button == run ? typed().program() : null);
    setOnShown(_ -> target.requestFocus());
  }

  private ProgramForm typed() {
    return new ProgramForm(
        target.getText(),
        classPath.getText(),
        arguments.getText(),
        folder.getText(),
        watched.getText());
  }

  private static TextField field(String id) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(WORDS.get("dialog." + id + ".hint"));
    return field;
  }

  private GridPane form() {
    GridPane grid = new GridPane(10, 9);
    grid.setPadding(new Insets(18, 20, 8, 20));
    ColumnConstraints wide = new ColumnConstraints(320, 420, Double.MAX_VALUE);
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), wide, new ColumnConstraints());
    row(grid, 0, target, chooser(this::chooseFile));
    row(grid, 1, classPath, null);
    row(grid, 2, arguments, null);
    row(grid, 3, folder, chooser(this::chooseFolder));
    row(grid, 4, watched, null);
    refusal.getStyleClass().add("danger");
    refusal.setId("refusal");
    refusal.setWrapText(true);
    refusal.setMinHeight(36);
    grid.add(refusal, 1, 5, 2, 1);
    return grid;
  }

  private static void row(
      GridPane grid, int row, TextField field, @org.jspecify.annotations.Nullable Button more) {
    String name = WORDS.get("dialog." + field.getId());
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setAccessibleText(name);
    grid.add(label, 0, row);
    grid.add(field, 1, row);
    if (more != null) {
      more.setMinWidth(Region.USE_PREF_SIZE);
      grid.add(more, 2, row);
    }
  }

  private static Button chooser(Runnable action) {
    Button button = new Button(WORDS.get("dialog.choose"));
    button.getStyleClass().add("bar-button");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(WORDS.get("dialog.program"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(WORDS.get("dialog.files"), "*.jar", "*.java"));
    File file = chooser.showOpenDialog(getOwner());
    if (file != null) {
      target.setText(file.getPath());
    }
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(WORDS.get("dialog.folder"));
    File file = chooser.showDialog(getOwner());
    if (file != null) {
      folder.setText(file.getPath());
    }
  }
}
