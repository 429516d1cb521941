package interleave.view.program;

import interleave.view.control.SpokenWords;
import java.io.File;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * Asks for a program of the user's own, and says at once what is wrong with what was typed. It
 * begins with what was typed the last time.
 */
public final class ProgramDialog extends Dialog<ProgramForm> {
  private static final SpokenWords WORDS = SpokenWords.of("view/program");

  private final Map<String, TextInputControl> fields = new LinkedHashMap<>();
  private final GridPane grid = new GridPane(10, 8);
  private final Label refusal = new Label();

  /**
   * @param before what the fields begin with
   * @param keep hears what stands in the fields when the dialog goes, however it goes
   */
  public ProgramDialog(
      Window owner,
      List<String> styleSheets,
      List<String> styleClasses,
      ProgramForm before,
      Consumer<ProgramForm> keep) {
    initOwner(owner);
    setTitle(WORDS.get("title"));
    getDialogPane().getStylesheets().setAll(styleSheets);
    getDialogPane().getStyleClass().addAll(styleClasses);
    fill();
    getDialogPane().setContent(grid);
    ButtonType run = new ButtonType(WORDS.get("run"), ButtonBar.ButtonData.OK_DONE);
    ButtonType clear = new ButtonType(WORDS.get("clear"), ButtonBar.ButtonData.LEFT);
    getDialogPane()
        .getButtonTypes()
        .addAll(clear, run, new ButtonType(WORDS.get("cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    Node ok = getDialogPane().lookupButton(run);
    ok.setId("run-program");
    ((Button) getDialogPane().lookupButton(clear))
        .addEventFilter(
            javafx.event.ActionEvent.ACTION,
            event -> {
              show(ProgramForm.EMPTY);
              field("program").requestFocus();
              event.consume();
            });
    show(before);
    Runnable check =
        () -> {
          Optional<String> reason = typed().refusal();
          refusal.setText(field("program").getText().isBlank() ? "" : reason.orElse(""));
          ok.setDisable(reason.isPresent());
        };
    fields.values().forEach(field -> field.textProperty().addListener((_, _, _) -> check.run()));
    check.run();
    setResultConverter(button -> button == run ? typed() : null);
    setOnShown(_ -> field("program").requestFocus());
    setOnHidden(_ -> keep.accept(typed()));
  }

  private void fill() {
    grid.setPadding(new Insets(18, 20, 4, 20));
    ColumnConstraints wide = new ColumnConstraints(300, 430, Double.MAX_VALUE);
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), wide, new ColumnConstraints());
    row("program", new TextField(), chooser("program", this::chooseFile));
    row("arguments", new TextField());
    row("class-path", new TextField(), chooser("class-path", () -> chooseFolder("class-path")));
    row("module-path", new TextField(), chooser("module-path", () -> chooseFolder("module-path")));
    row("folder", new TextField(), chooser("folder", () -> chooseFolder("folder")));
    TextArea environment = new TextArea();
    environment.setPrefRowCount(2);
    environment.setMinHeight(52);
    environment.setPrefHeight(52);
    row("environment", environment);
    row("watched", new TextField());
    row("java", new TextField(), chooser("java", () -> chooseFolder("java")));
    row("options", new TextField());
    refusal.getStyleClass().add("danger");
    refusal.setId("refusal");
    refusal.setWrapText(true);
    refusal.setMinHeight(36);
    grid.add(refusal, 1, fields.size(), 2, 1);
  }

  private void row(String name, TextInputControl field, Button... more) {
    int row = fields.size();
    fields.put(name, field);
    field.setId(name);
    field.setPromptText(WORDS.get(name + ".hint"));
    Label label = new Label(WORDS.get(name));
    label.getStyleClass().add("field-name");
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setAccessibleText(label.getText());
    grid.add(label, 0, row);
    grid.add(field, 1, row);
    for (Button button : more) {
      grid.add(button, 2, row);
    }
  }

  private TextInputControl field(String name) {
    return java.util.Objects.requireNonNull(fields.get(name));
  }

  private void show(ProgramForm form) {
    Map<String, String> typed = form.typed();
    fields.forEach((name, field) -> field.setText(typed.getOrDefault(name, "")));
  }

  private ProgramForm typed() {
    Map<String, String> typed = new HashMap<>();
    fields.forEach((name, field) -> typed.put(name, field.getText()));
    return ProgramForm.of(typed);
  }

  private static Button chooser(String name, Runnable action) {
    Button button = new Button(WORDS.get("choose"));
    button.getStyleClass().add("bar-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(WORDS.get(name) + ": " + WORDS.get("choose"));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(WORDS.get("program"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(WORDS.get("files"), "*.jar", "*.java"));
    File file = chooser.showOpenDialog(getOwner());
    if (file != null) {
      field("program").setText(file.getPath());
    }
  }

  /** A path gets the folder behind what it has. */
  private void chooseFolder(String name) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(WORDS.get(name));
    File file = chooser.showDialog(getOwner());
    if (file != null) {
      String before = name.endsWith("path") ? field(name).getText().strip() : "";
      field(name)
          .setText(
              before.isEmpty() ? file.getPath() : before + File.pathSeparator + file.getPath());
    }
  }
}
