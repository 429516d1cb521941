package interleave.view.program;

import interleave.engine.Interpreter;
import interleave.view.control.SpokenWords;
import interleave.view.python.PythonMenu;
import interleave.view.python.Pythons;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
 * The fields for a program, one a row. Which there are, and what they ask for, goes by whether the
 * program is Java or Python.
 */
final class ProgramFields extends GridPane {
  private static final SpokenWords WORDS = SpokenWords.of("view/program");
  private static final Set<String> JAVA_ONLY = Set.of("class-path", "module-path", "java");
  private static final Set<String> PYTHON_ONLY = Set.of("python");

  /** Fields that are asked for in other words where the program is Python. */
  private static final Map<String, String> IN_PYTHON =
      Map.of("watched", "observed", "options", "python.options");

  private record Row(Label name, TextInputControl field, List<Button> more) {
    List<Node> nodes() {
      List<Node> nodes = new ArrayList<>(List.of(name, field));
      nodes.addAll(more);
      return nodes;
    }
  }

  private final Window owner;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final PythonMenu pythons;
  private final Runnable changed;

  /**
   * @param owner of the dialogs that choose files
   * @param changed hears of every change
   */
  ProgramFields(Window owner, Pythons pythons, Runnable changed) {
    this.owner = owner;
    this.changed = changed;
    this.pythons = new PythonMenu(pythons, new PythonWishes());
    setHgap(10);
    setVgap(8);
    setPadding(new Insets(18, 20, 4, 20));
    ColumnConstraints wide = new ColumnConstraints(300, 430, Double.MAX_VALUE);
    wide.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(new ColumnConstraints(), wide, new ColumnConstraints());
    row("program", new TextField(), chooser("program", this::chooseProgram));
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
    Button python = chooser("python", () -> {});
    python.setOnAction(_ -> this.pythons.open(python));
    row("python", new TextField(), python);
    row("options", new TextField());
    rows.values().forEach(row -> row.field().textProperty().addListener((_, _, _) -> change()));
    change();
  }

  private void row(String name, TextInputControl field, Button... more) {
    int at = rows.size();
    Label label = new Label();
    rows.put(name, new Row(label, field, List.of(more)));
    field.setId(name);
    label.getStyleClass().add("field-name");
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    add(label, 0, at);
    add(field, 1, at);
    for (Button button : more) {
      add(button, 2, at);
    }
  }

  /** Below the last row. */
  void addBelow(Node node) {
    add(node, 1, rows.size(), 2, 1);
  }

  private void change() {
    boolean python = typed().isPython();
    rows.forEach((name, row) -> fit(name, row, python));
    changed.run();
  }

  private static void fit(String name, Row row, boolean python) {
    boolean wanted = !(python ? JAVA_ONLY : PYTHON_ONLY).contains(name);
    for (Node node : row.nodes()) {
      node.setVisible(wanted);
      node.setManaged(wanted);
    }
    String key = python ? IN_PYTHON.getOrDefault(name, name) : name;
    row.name().setText(WORDS.get(key));
    row.field().setPromptText(WORDS.get(key + ".hint"));
    row.field().setAccessibleText(row.name().getText());
  }

  TextInputControl field(String name) {
    return Objects.requireNonNull(rows.get(name)).field();
  }

  void show(ProgramForm form) {
    Map<String, String> typed = form.typed();
    rows.forEach((name, row) -> row.field().setText(typed.getOrDefault(name, "")));
  }

  ProgramForm typed() {
    Map<String, String> typed = new HashMap<>();
    rows.forEach((name, row) -> typed.put(name, row.field().getText()));
    return ProgramForm.of(typed);
  }

  private static Button chooser(String name, Runnable action) {
    Button button = new Button(WORDS.get("choose"));
    button.setId("choose-" + name);
    button.getStyleClass().add("bar-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(WORDS.get(name) + ": " + WORDS.get("choose"));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void chooseProgram() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(WORDS.get("program"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                WORDS.get("files"), "*.jar", "*.java", "*.py", "*.pyw", "*.pyz"),
            new FileChooser.ExtensionFilter(WORDS.get("files.all"), "*"));
    choose(chooser, "program");
  }

  private void choose(FileChooser chooser, String name) {
    File file = chooser.showOpenDialog(owner);
    if (file != null) {
      field(name).setText(file.getPath());
    }
  }

  /** A path gets the folder behind what it has. */
  private void chooseFolder(String name) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(WORDS.get(name));
    File file = chooser.showDialog(owner);
    if (file != null) {
      String before = name.endsWith("path") ? field(name).getText().strip() : "";
      field(name)
          .setText(
              before.isEmpty() ? file.getPath() : before + File.pathSeparator + file.getPath());
    }
  }

  private final class PythonWishes implements PythonMenu.Actions {
    @Override
    public void choose(Interpreter interpreter) {
      field("python").setText(interpreter.path().toString());
    }

    @Override
    public Optional<Path> marked() {
      try {
        return Optional.of(Path.of(field("python").getText().strip()));
      } catch (InvalidPathException _) {
        return Optional.empty();
      }
    }

    @Override
    public void another() {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(WORDS.get("python"));
      ProgramFields.this.choose(chooser, "python");
    }
  }
}
