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
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Where the window meets the rest of the machine: choosing files, asking for a program, pictures.
 */
class SystemDialogs {
  private static final Words WORDS = Words.of("app/window");
  private static final Words PYTHON_WORDS = Words.of("view/python");

  /** Under which names the folders are kept that were gone to last. */
  static final String OPENED = "folder.opened";

  static final String WRITTEN = "folder.written";

  private final Stage stage;
  private final WindowSettings settings;
  private final Pythons pythons;
  private final NoticeStack notices;

  SystemDialogs(Stage stage, WindowSettings settings, Pythons pythons, NoticeStack notices) {
    this.pythons = pythons;
    this.stage = stage;
    this.settings = settings;
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
            List.copyOf(stage.getScene().getRoot().getStyleClass()),
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
    FileChooser chooser = chooser(title, OPENED);
    chooser.getExtensionFilters().add(filter(WORDS.get("recordings"), KnownFormats.ALL.suffixes()));
    List<File> files = chooser.showOpenMultipleDialog(stage);
    if (files == null || files.isEmpty()) {
      return List.of();
    }
    folder(OPENED, files.getFirst());
    return OpenedTogether.of(files.stream().map(File::toPath).toList());
  }

  Optional<Path> save(String name) {
    return save("save.title", name);
  }

  /** Asks where recordings go that become one. */
  Optional<Path> merge(String name) {
    return save("merge.to", name);
  }

  private Optional<Path> save(String title, String name) {
    FileChooser chooser = chooser(title, WRITTEN);
    chooser.setInitialFileName(KnownFormats.ALL.offered(name));
    for (Format format : KnownFormats.ALL.writable()) {
      chooser.getExtensionFilters().add(filter(format.title(), format.suffixes()));
    }
    File file = written(chooser);
    return Optional.ofNullable(file).map(File::toPath).map(KnownFormats.ALL::named);
  }

  /** Asks where a run goes that leaves as that. */
  Optional<Path> export(ExportFormat format, String name) {
    FileChooser chooser = chooser("export.title", WRITTEN);
    String suffix = format.suffixes().getFirst();
    chooser.setInitialFileName(name.replaceAll("[/\\\\:]", " ") + suffix);
    chooser.getExtensionFilters().add(filter(format.title(), format.suffixes()));
    File file = written(chooser);
    return Optional.ofNullable(file)
        .map(File::toPath)
        .map(
            path ->
                format.suffixes().stream().anyMatch(path.toString()::endsWith)
                    ? path
                    : path.resolveSibling(path.getFileName() + suffix));
  }

  /** It begins in the folder of last time, if that is still there. */
  private FileChooser chooser(String key, String kept) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(WORDS.get(key));
    folder(kept).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  /** The folder of last time; empty where there is none, or none any more. */
  Optional<Path> folder(String kept) {
    try {
      return Optional.of(settings.text(kept, ""))
          .filter(text -> !text.isEmpty())
          .map(Path::of)
          .filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The next time one begins where that file is. */
  void folder(String kept, File chosen) {
    File folder = chosen.getAbsoluteFile().getParentFile();
    if (folder != null) {
      settings.put(kept, folder.getPath());
      settings.save();
    }
  }

  private @Nullable File written(FileChooser chooser) {
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      folder(WRITTEN, file);
    }
    return file;
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
    FileChooser chooser = chooser("picture.title", WRITTEN);
    chooser.setInitialFileName("interleave" + PictureFormats.KNOWN.usualSuffix());
    for (PictureFormat format : PictureFormats.KNOWN.all()) {
      chooser.getExtensionFilters().add(filter(format.title(), List.of(format.suffix())));
    }
    File file = written(chooser);
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
    FileChooser chooser = chooser("picture.title", WRITTEN);
    List<FigureFormat> still =
        FigureFormats.ALL.stream().filter(format -> !format.moves()).toList();
    chooser.setInitialFileName("interleave" + still.getFirst().suffix());
    for (FigureFormat format : still) {
      chooser.getExtensionFilters().add(filter(format.title(), List.of(format.suffix())));
    }
    File file = written(chooser);
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
    FileChooser chooser = chooser("sheets.title", WRITTEN);
    chooser.setInitialFileName("interleave.csv");
    chooser.getExtensionFilters().add(filter("CSV", List.of(".csv")));
    File file = written(chooser);
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
      notice = Notice.written(WORDS.get("sheets.saved"), List.of(file));
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
                notice = Notice.written(told, List.of(file));
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
