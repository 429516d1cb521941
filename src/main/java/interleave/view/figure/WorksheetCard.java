package interleave.view.figure;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.worksheet.WorksheetFormat;
import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.PageSize;
import interleave.view.control.SpokenWords;
import interleave.view.control.ValueNames;
import interleave.words.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks how a worksheet of the run is wished. */
public final class WorksheetCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/figure");

  private final ComboBox<WorksheetFormat> format;
  private final ComboBox<PageSize> page;
  private final ComboBox<FigureTheme> theme;
  private final ComboBox<Language> language;

  /** What was asked for. */
  public record Wish(WorksheetFormat format, Excerpt what) {}

  /**
   * @param run all of it
   * @param before what was wished the last time
   * @param wished takes the wish, and the card away
   */
  public WorksheetCard(Excerpt run, WorksheetFormat before, Consumer<Wish> wished) {
    super(12);
    setId("worksheet");
    getStyleClass().add("card");
    setMaxSize(560, Region.USE_PREF_SIZE);
    Label title = WORDS.label("worksheet");
    title.getStyleClass().add("title");
    Label told = WORDS.label(WorksheetFormat.asks(run) ? "worksheet.told" : "worksheet.told.own");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    told.getStyleClass().add("muted");
    format =
        choice(
            "format",
            WorksheetFormat.all(),
            each -> each.title() + "  " + each.suffixes().getFirst());
    page = choice("page", pages(), each -> WORDS.get("page." + each));
    theme = choice("theme", List.of(FigureTheme.values()), each -> WORDS.get("theme." + each));
    language = choice("language", List.of(Language.values()), Language::ownName);
    FigureOptions options = before.options();
    format
        .getItems()
        .forEach(
            each -> {
              if (each.kind() == before.kind()) {
                format.setValue(each);
              }
            });
    PageSize paper = options.paper().page();
    page.setValue(paper == PageSize.FIGURE ? PageSize.A4 : paper);
    theme.setValue(options.theme());
    language.setValue(Language.current());
    GridPane fields = new GridPane(14, 10);
    int row = 0;
    for (ComboBox<?> each : List.of(format, page, theme, language)) {
      fields.addRow(row++, WORDS.label((String) each.getUserData()), each);
    }
    Button save = WORDS.on(new Button(), "save");
    save.setId("worksheet-save");
    save.setDefaultButton(true);
    save.getStyleClass().add("accent");
    save.setOnAction(_ -> wished.accept(new Wish(format(), run)));
    HBox below = new HBox(save);
    below.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, told, fields, below);
  }

  private static List<PageSize> pages() {
    return Arrays.stream(PageSize.values()).filter(each -> each != PageSize.FIGURE).toList();
  }

  private static <T> ComboBox<T> choice(String key, List<T> all, Function<T, String> words) {
    ComboBox<T> choice = new ComboBox<>();
    choice.setId("worksheet-" + key);
    choice.setUserData(key);
    WORDS.accessible(choice, key);
    choice.getItems().setAll(all);
    choice.setConverter(new ValueNames<>(words));
    choice.getSelectionModel().selectFirst();
    return choice;
  }

  private WorksheetFormat format() {
    FigureOptions usual = WorksheetFormat.USUAL;
    return format
        .getValue()
        .with(
            usual
                .on(usual.paper().on(page.getValue()))
                .in(theme.getValue())
                .in(language.getValue()));
  }

  /** Gives it the keyboard. */
  public void focus() {
    format.requestFocus();
  }
}
