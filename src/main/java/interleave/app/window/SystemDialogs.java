package interleave.app.window;

import interleave.app.opening.OpenedTogether;
import interleave.exchange.KnownFormats;
import interleave.exchange.export.ExportFormat;
import interleave.figure.Figure;
import interleave.figure.format.FigureFormat;
import interleave.figure.format.FigureFormats;
import interleave.file.Format;
import interleave.file.Progress;
import interleave.view.control.NoticeStack;
import interleave.view.export.PictureFormat;
import interleave.view.export.PictureFormats;
import interleave.view.export.Pictures;
import interleave.view.export.Still;
import interleave.view.program.ProgramDialog;
import interleave.view.program.ProgramForm;
import interleave.view.python.Pythons;
import interleave.view.session.Errors;
import interleave.view.session.Notice;
import interleave.view.theme.Theme;
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/**
 * Where the window meets the rest of the machine: choosing files, asking for a program, pictures.
 */
class SystemDialogs {
  private static final Words WORDS = Words.of("app/window");
  private static final Words PYTHON_WORDS = Words.of("view/python");

  private final Stage stage;
  private final Supplier<Theme> theme;
  private final Pythons pythons;
  private final NoticeStack notices;

  SystemDialogs(Stage stage, Supplier<Theme> theme, Pythons pythons, NoticeStack notices) {
    this.pythons = pythons;
    this.stage = stage;
    this.theme = theme;
    this.notices = notices;
  }

  /**
   * Asks for a program of the user's own.
   *
   * @param before what stands in the fields at first
   * @param keep hears what was typed, however the dialog ends
   */
  Optional<ProgramForm> program(ProgramForm before, Consumer<ProgramForm> keep) {
    ProgramDialog dialog =
        new ProgramDialog(
            stage,
            List.copyOf(stage.getScene().getStylesheets()), // with type as large as in the window
            List.of("root", theme.get().word()),
            pythons,
            before,
            keep);
    return dialog.showAndWait();
  }

  /** Asks for the executable of a Python. */
  Optional<Path> python() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(PYTHON_WORDS.get("another.title"));
    return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
  }

  /** Asks for files to open; none where nobody wants to any more. */
  List<Path> open() {
    return open("open.title");
  }

  /** Asks for recordings that are to become one. */
  List<Path> merged() {
    return open("merge.title");
  }

  /** Asks for a recording to compare with. */
  Optional<Path> compared() {
    return open("compare.title").stream().findFirst();
  }

  private List<Path> open(String title) {
    FileChooser chooser = chooser(title);
    chooser.getExtensionFilters().add(filter(WORDS.get("recordings"), KnownFormats.ALL.suffixes()));
    List<File> files = chooser.showOpenMultipleDialog(stage);
    return files == null || files.isEmpty()
        ? List.of()
        : OpenedTogether.of(files.stream().map(File::toPath).toList());
  }

  Optional<Path> save(String name) {
    return save("save.title", name);
  }

  /** Asks where recordings go that become one. */
  Optional<Path> merge(String name) {
    return save("merge.to", name);
  }

  private Optional<Path> save(String title, String name) {
    FileChooser chooser = chooser(title);
    chooser.setInitialFileName(KnownFormats.ALL.offered(name));
    for (Format format : KnownFormats.ALL.writable()) {
      chooser.getExtensionFilters().add(filter(format.title(), format.suffixes()));
    }
    File file = chooser.showSaveDialog(stage);
    return Optional.ofNullable(file).map(File::toPath).map(KnownFormats.ALL::named);
  }

  /** Asks where a run goes that leaves as that. */
  Optional<Path> export(ExportFormat format, String name) {
    FileChooser chooser = chooser("export.title");
    String suffix = format.suffixes().getFirst();
    chooser.setInitialFileName(name.replaceAll("[/\\\\:]", " ") + suffix);
    chooser.getExtensionFilters().add(filter(format.title(), format.suffixes()));
    File file = chooser.showSaveDialog(stage);
    return Optional.ofNullable(file)
        .map(File::toPath)
        .map(
            path ->
                format.suffixes().stream().anyMatch(path.toString()::endsWith)
                    ? path
                    : path.resolveSibling(path.getFileName() + suffix));
  }

  private static FileChooser chooser(String key) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(WORDS.get(key));
    return chooser;
  }

  private static FileChooser.ExtensionFilter filter(String title, List<String> suffixes) {
    return new FileChooser.ExtensionFilter(
        title, suffixes.stream().map(suffix -> "*" + suffix).toList());
  }

  /** Copies a picture, or asks where to save it. */
  void picture(Still still, boolean copy) {
    if (copy) {
      Pictures.copy(still);
      notices.tell(Notice.information(WORDS.get("picture.copied"), still.size()));
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(WORDS.get("picture.title"));
    chooser.setInitialFileName("interleave" + PictureFormats.KNOWN.usualSuffix());
    for (PictureFormat format : PictureFormats.KNOWN.all()) {
      chooser.getExtensionFilters().add(filter(format.title(), List.of(format.suffix())));
    }
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      picture(still, file.toPath());
    }
  }

  /** Saves a picture and tells of it, soon. */
  void picture(Still still, Path file) {
    Path named = PictureFormats.KNOWN.named(file);
    write(named, () -> PictureFormats.KNOWN.save(still, named), still.size());
  }

  /** Asks where a figure is to be saved, and as what. */
  void figure(Figure figure) {
    FileChooser chooser = chooser("picture.title");
    List<FigureFormat> still =
        FigureFormats.ALL.stream().filter(format -> !format.moves()).toList();
    chooser.setInitialFileName("interleave" + still.getFirst().suffix());
    for (FigureFormat format : still) {
      chooser.getExtensionFilters().add(filter(format.title(), List.of(format.suffix())));
    }
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      figure(figure, file.toPath());
    }
  }

  /** Saves a figure as what its name says, else as the usual, and tells of it, soon. */
  void figure(Figure figure, Path file) {
    Optional<FigureFormat> format = FigureFormats.of(file);
    FigureFormat wanted = format.orElse(FigureFormats.ALL.getFirst());
    Path path = format.isPresent() ? file : Path.of(file + wanted.suffix());
    write(path, () -> FigureFormats.save(wanted, figure, path, Progress.UNHEARD), "");
  }

  /** Asks where to save figures as comma-separated values. */
  void sheets(String sheets) {
    FileChooser chooser = chooser("sheets.title");
    chooser.setInitialFileName("interleave.csv");
    chooser.getExtensionFilters().add(filter("CSV", List.of(".csv")));
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      sheets(sheets, file.toPath());
    }
  }

  /** Saves them and tells of it, soon. */
  void sheets(String sheets, Path file) {
    boolean named = String.valueOf(file.getFileName()).contains(".");
    Path path = named ? file : Path.of(file + ".csv");
    Thread.ofVirtual().start(() -> write(sheets, path));
  }

  /** With a mark in front by which spreadsheets know the letters. */
  private void write(String sheets, Path file) {
    Notice notice;
    try {
      Files.writeString(file, "\ufeff" + sheets);
      notice = Notice.information(WORDS.get("sheets.saved"), file.toString());
    } catch (IOException e) {
      notice =
          Notice.error(
              WORDS.get("sheets.not-saved"),
              file.toString(),
              WORDS.get("save.elsewhere", Errors.sentence(e)));
    }
    Notice told = notice;
    Platform.runLater(() -> notices.tell(told));
  }

  /** Writes a picture. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void write(Path file, Writing writing, String size) {
    Thread.ofVirtual()
        .start(
            () -> {
              Notice notice;
              try {
                writing.run();
                String told =
                    size.isEmpty()
                        ? WORDS.get("picture.saved.figure")
                        : WORDS.get("picture.saved", size);
                notice = Notice.information(told, file.toString());
              } catch (IOException e) {
                notice =
                    Notice.error(
                        WORDS.get("picture.not-saved"),
                        file.toString(),
                        WORDS.get("save.elsewhere", Errors.sentence(e)));
              }
              Notice told = notice;
              Platform.runLater(() -> notices.tell(told));
            });
  }
}
