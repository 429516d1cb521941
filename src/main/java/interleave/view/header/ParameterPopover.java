package interleave.view.header;

import interleave.scenario.Parameter;
import interleave.scenario.Parameter.Switch;
import interleave.view.control.SpokenWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/**
 * The editor of one parameter, in a bubble below its chip. A value that is refused is not taken,
 * and it says why.
 */
public final class ParameterPopover {
  private static final SpokenWords WORDS = SpokenWords.of("view/header");

  /** Hears what was set, and whether to run at once. */
  @FunctionalInterface
  public interface Taken {
    void value(String text, boolean run);
  }

  private final Supplier<List<String>> sheets;
  private final Supplier<String> themeClass;
  private @Nullable PopOver open;

  /** Takes the style sheets and the class of the theme at the time a bubble opens. */
  public ParameterPopover(Supplier<List<String>> sheets, Supplier<String> themeClass) {
    this.sheets = sheets;
    this.themeClass = themeClass;
  }

  void open(Node chip, Parameter parameter, String value, Taken taken) {
    close();
    PopOver bubble = new PopOver();
    bubble.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    bubble.setDetachable(false);
    bubble.setAnimated(false);
    bubble.setArrowSize(8);
    bubble.setCornerRadius(8);
    bubble.setContentNode(editor(parameter, value, taken));
    bubble.getRoot().getStylesheets().setAll(sheets.get());
    bubble.getRoot().getStyleClass().add(themeClass.get());
    open = bubble;
    bubble.show(chip);
  }

  private void close() {
    PopOver bubble = open;
    if (bubble != null) {
      bubble.hide();
      open = null;
    }
  }

  private Node editor(Parameter parameter, String value, Taken taken) {
    Label name = new Label(parameter.label());
    name.getStyleClass().add("heading");
    Label hint = new Label(parameter.help());
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMaxWidth(270);
    Label refusal = new Label();
    refusal.setId("parameter-refusal");
    refusal.getStyleClass().add("refusal");
    refusal.setWrapText(true);
    refusal.setMaxWidth(270);
    refusal.setMinHeight(36); // kept free, so that the bubble does not jump
    refusal.setAlignment(Pos.TOP_LEFT);
    VBox box = new VBox(name, hint);
    box.getStyleClass().add("parameter-editor");
    box.setPrefWidth(300);
    switch (parameter) {
      case Switch _ ->
          box.getChildren()
              .addAll(choices(parameter, List.of(Switch.ON, Switch.OFF), value, taken));
      case Parameter.Choice choice ->
          box.getChildren().addAll(choices(parameter, choice.values(), value, taken));
      case Parameter.WholeNumber _, Parameter.Seconds _, Parameter.Text _, Parameter.Texts _ ->
          box.getChildren().addAll(typed(parameter, value, refusal, taken));
    }
    return box;
  }

  private List<Node> choices(Parameter parameter, List<String> values, String value, Taken taken) {
    ToggleGroup group = new ToggleGroup();
    VBox buttons = new VBox(6);
    for (int i = 0; i < values.size(); i++) {
      RadioButton button = new RadioButton(parameter.show(values.get(i)));
      button.setId("choice-" + values.get(i));
      button.setToggleGroup(group);
      button.setUserData(values.get(i));
      button.setSelected(values.get(i).equals(value));
      buttons.getChildren().add(button);
    }
    return List.of(
        buttons,
        ends(
            run -> {
              if (group.getSelectedToggle() != null) {
                close();
                taken.value(String.valueOf(group.getSelectedToggle().getUserData()), run);
              }
            }));
  }

  private List<Node> typed(Parameter parameter, String value, Label refusal, Taken taken) {
    TextField field = new TextField(value);
    field.setId("parameter-value");
    field.setAccessibleText(parameter.label());
    field
        .textProperty()
        .addListener((_, _, text) -> refused(field, refusal, parameter.check(text.strip())));
    Consumer<Boolean> take =
        run -> {
          String text = field.getText().strip();
          Optional<String> reason = parameter.check(text);
          refused(field, refusal, reason);
          if (reason.isEmpty()) {
            close();
            taken.value(text, run);
          }
        };
    field.setOnAction(_ -> take.accept(false));
    javafx.application.Platform.runLater(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    return List.of(field, refusal, ends(take));
  }

  private static void refused(TextField field, Label refusal, Optional<String> reason) {
    field.getStyleClass().remove("refused");
    if (reason.isPresent()) {
      field.getStyleClass().add("refused");
    }
    refusal.setText(reason.orElse(""));
  }

  private static Node ends(Consumer<Boolean> take) {
    Button set = WORDS.on(new Button(), "set");
    set.setId("parameter-set");
    set.getStyleClass().add("bar-button");
    set.setOnAction(_ -> take.accept(false));
    Button run = WORDS.on(new Button(), "set.run");
    run.setId("parameter-run");
    run.getStyleClass().add("run-button");
    run.setOnAction(_ -> take.accept(true));
    HBox row = new HBox(8, set, run);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
