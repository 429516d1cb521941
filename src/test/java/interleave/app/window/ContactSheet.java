package interleave.app.window;

import interleave.app.command.QuickRuns;
import interleave.engine.Interpreter;
import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureSubject;
import interleave.figure.FigureTheme;
import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import interleave.timeline.picture.FigureCaption;
import interleave.typeface.Typecase;
import interleave.view.export.PictureFormats;
import interleave.view.export.Still;
import interleave.view.figure.FigureCopy;
import interleave.view.theme.Theme;
import interleave.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/**
 * Runs every scenario once, for real, and takes its pictures: the window and the figure, light and
 * dark, in each language, and the window once more when it is small. They lie in a folder as PNG
 * files, and all together with captions on one sheet for each language and theme. Then the same of
 * their Python programs, in one language, where there is a Python.
 *
 * <p>Arguments: the folder, and the scenarios wanted; all when none is named. {@code java} or
 * {@code python} among them asks for the programs in that language only. The README has the
 * command. Exit code 1 when a scenario did not run to its end; a sentence says which and why.
 */
public final class ContactSheet {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final ProgramLanguage written;
  private final List<Recorded> recordings;

  private ContactSheet(Path folder, ProgramLanguage written, List<Recorded> recordings) {
    this.folder = folder;
    this.written = written;
    this.recordings = recordings;
  }

  public static void main(String[] args) {
    int code = 1;
    try {
      code = make(args);
    } catch (Exception e) {
      e.printStackTrace();
    }
    System.exit(code); // JavaFX would go on
  }

  private static int make(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<String> wanted = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    List<ProgramLanguage> languages =
        Stream.of(ProgramLanguage.values()).filter(each -> wanted.remove(each.id())).toList();
    List<String> failures = new ArrayList<>();
    Fx.start();
    for (ProgramLanguage each :
        languages.isEmpty() ? List.of(ProgramLanguage.values()) : languages) {
      if (each == ProgramLanguage.PYTHON && !hasPython()) {
        System.out.println("There is no Python 3.8 or later here: no pictures of its programs.");
      } else {
        make(folder, each, wanted, failures);
      }
    }
    failures.forEach(failure -> System.out.println("FAILED " + failure));
    System.out.println("The pictures are in " + folder.toAbsolutePath());
    return failures.isEmpty() ? 0 : 1;
  }

  private static boolean hasPython() {
    return Program.PYTHONS.all(Path.of("").toAbsolutePath()).stream()
        .anyMatch(Interpreter::isTraced);
  }

  private static void make(
      Path folder, ProgramLanguage written, List<String> wanted, List<String> failures)
      throws Exception {
    List<Recorded> recordings = new ArrayList<>();
    for (Program.Lesson lesson : QuickRuns.all(written)) {
      String id = lesson.scenario().id();
      if (wanted.isEmpty() || wanted.contains(id)) {
        try {
          recordings.add(Recorded.of(lesson, PATIENCE));
        } catch (IOException | IllegalStateException e) {
          failures.add(written.id() + " " + id + ": " + e.getMessage());
        }
      }
    }
    new ContactSheet(folder, written, recordings).pages();
    System.out.println(recordings.size() + " programs, written in: " + written.id());
    recordings.forEach(Recorded::discard);
  }

  private void pages() throws Exception {
    List<Language> languages =
        written == ProgramLanguage.JAVA ? List.of(Language.values()) : List.of(Language.ENGLISH);
    for (Language language : languages) {
      for (Theme theme : Theme.values()) {
        page(language, theme);
      }
    }
  }

  private void page(Language language, Theme theme) throws Exception {
    String end = "-" + theme.word() + "-" + language.tag();
    boolean first =
        written == ProgramLanguage.JAVA && language == Language.ENGLISH && theme == Theme.LIGHT;
    Fx.run(() -> Language.use(language));
    List<SheetPage.Cell> cells = new ArrayList<>();
    try (Camera large = new Camera(theme, 1440, 900, recordings);
        Camera small = new Camera(theme, 1000, 640, first ? recordings : List.of())) {
      for (Recorded recorded : recordings) {
        String id = recorded.id();
        if (first) {
          save(large.before(recorded), id + "-before" + end);
        }
        Image window = large.take(recorded);
        save(window, id + end);
        if (first) {
          save(small.before(recorded), id + "-small-before" + end);
          save(small.take(recorded), id + "-small" + end);
        }
        Image figure = Fx.get(() -> figure(recorded, theme));
        save(figure, id + "-figure" + end);
        cells.add(
            new SheetPage.Cell(
                recorded.title(), id, SheetPage.thumbnail(window), SheetPage.thumbnail(figure)));
      }
    }
    List<Image> pages = SheetPage.of(cells, theme);
    for (int i = 0; i < pages.size(); i++) {
      save(pages.get(i), "sheet" + end + (pages.size() == 1 ? "" : "-" + (i + 1)));
    }
  }

  private static Image figure(Recorded recorded, Theme theme) {
    FigureCaption caption =
        new FigureCaption(recorded.title(), recorded.summary(), List.of(), List.of());
    FigureSubject subject = FigureSubject.of(recorded.timeline(), () -> caption, "", Instant.EPOCH);
    FigureOptions options =
        FigureOptions.USUAL.in(theme.isDark() ? FigureTheme.DARK : FigureTheme.LIGHT);
    return FigureCopy.of(
            new Figure(subject, options.on(options.paper().scaled(1)), Typecase.shared()))
        .image();
  }

  private void save(Image image, String name) throws IOException {
    String before = written == ProgramLanguage.JAVA ? "" : written.id() + "-";
    PictureFormats.KNOWN.save(new Still(image), folder.resolve(before + name + ".png"));
  }
}
