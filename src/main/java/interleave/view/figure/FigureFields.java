package interleave.view.figure;

import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.Replay;
import interleave.figure.format.FigureFormat;
import interleave.figure.format.FigureFormats;
import interleave.timeline.picture.FigurePart;
import interleave.view.control.SpokenWords;
import interleave.view.control.ValueNames;
import interleave.words.Language;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The fields in which is wished how a figure looks; those that its format has no use for go. */
final class FigureFields extends GridPane {
  private static final SpokenWords WORDS = SpokenWords.of("view/figure");

  /** No name is wider. */
  private static final double NAMES = 98;

  private final Runnable changed;
  private final ComboBox<FigureFormat> format;
  private final TextField width = new TextField();
  private final ComboBox<Paper.Unit> unit;
  private final ComboBox<Integer> scale;
  private final ComboBox<FigureTheme> theme;
  private final ComboBox<Language> language;
  private final Map<FigurePart, CheckBox> parts = new EnumMap<>(FigurePart.class);
  private final CheckBox fonts = new CheckBox();
  private final ComboBox<PageSize> page;
  private final TextField strips = new TextField();
  private final TextField seconds = new TextField();
  private final TextField rate = new TextField();
  private final CheckBox loop = new CheckBox();
  private int rows;

  /** The column of names, as wide in all grids of the card, so that fields stand in line. */
  static ColumnConstraints names() {
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(NAMES);
    return names;
  }

  /**
   * @param changed hears when something else is wished
   */
  FigureFields(FigureSettings before, Language spoken, Runnable changed) {
    super(12, 9);
    getColumnConstraints().add(names());
    this.changed = changed;
    FigureOptions options = before.options();
    Paper paper = options.paper();
    format = choice("format", FigureFormats.ALL, each -> each.title() + "  " + each.suffix());
    unit = choice("unit", List.of(Paper.Unit.values()), Paper.Unit::word);
    scale = choice("scale", List.of(1, 2, 3, 4), each -> each + "×");
    theme = choice("theme", List.of(FigureTheme.values()), it -> WORDS.get("theme." + it));
    language = choice("language", List.of(Language.values()), Language::ownName);
    page = choice("page", List.of(PageSize.values()), it -> WORDS.get("page." + it));
    format.setValue(
        FigureFormats.ALL.stream()
            .filter(each -> each.suffix().equals(before.suffix()))
            .findFirst()
            .orElse(FigureFormats.ALL.getFirst()));
    unit.setValue(paper.unit());
    scale.setValue(paper.scale());
    theme.setValue(options.theme());
    language.setValue(spoken);
    page.setValue(paper.page());
    text(width, "width", plain(paper.width()), 6);
    text(strips, "strips", "" + paper.strips(), 4);
    text(seconds, "seconds", plain(options.replay().seconds()), 4);
    text(rate, "rate", "" + options.replay().framesPerSecond(), 4);
    box(fonts, "fonts", paper.embedsFonts());
    box(loop, "loop", options.replay().loop());
    for (FigurePart part : FigurePart.values()) {
      CheckBox there = new CheckBox();
      box(there, "part." + part, options.parts().contains(part));
      parts.put(part, there);
    }
    layOut();
    sort();
  }

  private void layOut() {
    FlowPane all = new FlowPane(14, 6);
    all.setPrefWrapLength(260);
    all.getChildren().addAll(parts.values());
    row("format", format);
    row("width", new HBox(6, width, unit));
    row("scale", scale);
    row("page", page);
    row("strips", strips);
    row("theme", theme);
    row("language", language);
    row("parts", all);
    row("fonts.row", fonts);
    row("replay", new HBox(6, seconds, named("seconds.unit"), rate, named("rate.unit")));
    row("loop.row", loop);
  }

  private void row(String key, Node field) {
    Label label = named(key);
    GridPane.setValignment(label, VPos.TOP);
    addRow(rows++, label, field);
  }

  private static Label named(String key) {
    Label label = WORDS.label(key);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private <T> ComboBox<T> choice(String key, List<T> all, Function<T, String> words) {
    ComboBox<T> choice = new ComboBox<>();
    choice.setId("figure-" + key);
    WORDS.accessible(choice, key);
    choice.getItems().setAll(all);
    choice.setConverter(new ValueNames<>(words));
    choice.valueProperty().addListener((_, _, _) -> change());
    return choice;
  }

  private void text(TextField field, String key, String value, int columns) {
    field.setId("figure-" + key);
    WORDS.accessible(field, key);
    field.setPrefColumnCount(columns);
    field.setText(value);
    field.textProperty().addListener((_, _, _) -> change());
  }

  private void box(CheckBox box, String key, boolean chosen) {
    box.setId("figure-" + key.replace('.', '-').toLowerCase(java.util.Locale.ROOT));
    WORDS.on(box, key);
    box.setSelected(chosen);
    box.selectedProperty().addListener((_, _, _) -> change());
  }

  private void change() {
    if (rows > 0) {
      sort();
      changed.run();
    }
  }

  /** Shows what the format has a use for. */
  private void sort() {
    FigureFormat chosen = format.getValue();
    use(scale, chosen.ofPixels());
    use(page, chosen.suffix().equals(".pdf"));
    use(fonts, chosen.suffix().equals(".svg"));
    use(strips, !chosen.moves());
    use(seconds.getParent(), chosen.moves());
    use(loop, chosen.moves());
  }

  private void use(Node field, boolean used) {
    Integer row = GridPane.getRowIndex(field);
    for (Node each : getChildren()) {
      if (java.util.Objects.equals(GridPane.getRowIndex(each), row)) {
        each.setVisible(used);
        each.setManaged(used);
      }
    }
  }

  FigureFormat format() {
    return format.getValue();
  }

  Node first() {
    return format;
  }

  /** What is wished; where a number is none, it is as usual. */
  FigureOptions options() {
    Set<FigurePart> there = EnumSet.noneOf(FigurePart.class);
    parts.forEach(
        (part, box) -> {
          if (box.isSelected()) {
            there.add(part);
          }
        });
    Paper paper =
        new Paper(
            number(width, unit.getValue() == Paper.Unit.MM ? 160 : Paper.USUAL.width()),
            unit.getValue(),
            scale.getValue(),
            fonts.isSelected(),
            page.getValue(),
            (int) number(strips, 1));
    Replay replay =
        new Replay(
            number(seconds, Replay.USUAL.seconds()),
            (int) number(rate, Replay.USUAL.framesPerSecond()),
            loop.isSelected());
    return FigureOptions.USUAL
        .on(paper)
        .in(theme.getValue())
        .with(there)
        .moving(replay)
        .in(language.getValue());
  }

  private static double number(TextField field, double usual) {
    try {
      double number = Double.parseDouble(field.getText().strip().replace(',', '.'));
      return Double.isFinite(number) && number > 0 ? number : usual;
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
