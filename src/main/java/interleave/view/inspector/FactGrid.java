package interleave.view.inspector;

import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/**
 * Facts below each other: a name, a value. Labels are kept and written again, as facts change with
 * every frame.
 */
final class FactGrid extends GridPane {
  private static final String LINK = "fact-link";

  private final List<Label> names = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private final Consumer<Site> go;
  private final BiConsumer<ThingRef, Long> goTo;
  private List<Subject.Fact> shown = List.of();

  /**
   * @param go goes to a line of the source
   * @param goTo goes to a thing and a moment
   */
  FactGrid(Consumer<Site> go, BiConsumer<ThingRef, Long> goTo) {
    super(10, 5);
    this.go = go;
    this.goTo = goTo;
    ColumnConstraints name = new ColumnConstraints(86);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    value.setMinWidth(0);
    getColumnConstraints().addAll(name, value);
    setId("facts");
  }

  void show(List<Subject.Fact> facts) {
    if (facts.equals(shown)) {
      return;
    }
    while (names.size() < facts.size()) {
      add();
    }
    for (int i = 0; i < names.size(); i++) {
      boolean used = i < facts.size();
      visible(names.get(i), used);
      visible(values.get(i), used);
      if (used) {
        names.get(i).setText(facts.get(i).name());
        write(values.get(i), facts.get(i).value());
        link(values.get(i), facts.get(i));
      }
    }
    shown = facts;
  }

  /** One line a fact, parted by a tab. */
  String text() {
    return shown.stream()
        .map(fact -> fact.name() + "\t" + fact.value())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static void write(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
      label.getTooltip().setText(text);
    }
  }

  /** A value with a place or a moment is a link to it, for mouse and keyboard. */
  private void link(Label value, Subject.Fact fact) {
    Runnable action = action(fact);
    value.getStyleClass().remove(LINK);
    value.setFocusTraversable(action != null);
    value.setAccessibleRole(action == null ? AccessibleRole.TEXT : AccessibleRole.HYPERLINK);
    value.setOnMouseClicked(action == null ? null : _ -> action.run());
    value.setOnKeyPressed(
        action == null
            ? null
            : event -> {
              if (event.getCode() == KeyCode.ENTER) {
                action.run();
                event.consume();
              }
            });
    if (action != null) {
      value.getStyleClass().add(LINK);
    }
  }

  private @Nullable Runnable action(Subject.Fact fact) {
    Site place = fact.place();
    Subject.Moment moment = fact.moment();
    return place != null
        ? () -> go.accept(place)
        : moment != null ? () -> goTo.accept(moment.thing(), moment.time()) : null;
  }

  private static void visible(Label label, boolean on) {
    label.setVisible(on);
    label.setManaged(on);
  }

  private void add() {
    Label name = new Label();
    name.getStyleClass().add("fact-name");
    Label value = new Label();
    value.getStyleClass().add("fact-value");
    value.setTooltip(new Tooltip());
    value.setWrapText(true);
    value.setMinHeight(USE_PREF_SIZE); // a row that is wrapped keeps all its lines
    value.setMinWidth(0);
    RowConstraints row = new RowConstraints();
    row.setValignment(VPos.TOP);
    getRowConstraints().add(row);
    addRow(names.size(), name, value);
    names.add(name);
    values.add(value);
  }
}
