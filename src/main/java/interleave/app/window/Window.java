package interleave.app.window;

import interleave.app.opening.MergedTogether;
import interleave.app.opening.OpenedTogether;
import interleave.app.opening.PastedText;
import interleave.file.Leftovers;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.timeline.layout.Folds;
import interleave.view.control.NoticeStack;
import interleave.view.control.SpokenWords;
import interleave.view.keys.Command;
import interleave.view.lesson.LessonGate;
import interleave.view.lesson.LessonWatch;
import interleave.view.lesson.StrangerCard;
import interleave.view.lesson.Trust;
import interleave.view.python.Pythons;
import interleave.view.session.EmptyTimeline;
import interleave.view.session.Notice;
import interleave.view.session.RunSource;
import interleave.view.session.Session;
import interleave.view.teacher.Magnified;
import interleave.view.teacher.SpeakerWindow;
import interleave.view.teacher.Teaching;
import interleave.view.theme.Colours;
import interleave.view.theme.Theme;
import interleave.view.timeline.HanGlyphs;
import interleave.view.timeline.TimelineKeys;
import interleave.view.transport.SnapshotMenu;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window: a stage, its scene, the keys, the theme. On the JavaFX thread. */
public final class Window {
  private static final String PRODUCT = "Interleave";
  private static final String TRUSTED = "lessons.trusted";
  private static final Words WORDS = Words.of("app/window");
  private static final SpokenWords TEACHER = SpokenWords.of("view/teacher");

  private final Stage stage;
  private final WindowSettings settings;
  private final NoticeStack notices = new NoticeStack();
  private final ExecutorService worker = thread("interleave worker");
  private final ExecutorService typist = thread("interleave typist");
  private final Session session;
  private final SystemDialogs doors;
  private final Workbench workbench;
  private final StackPane root;
  private final Magnified magnified;
  private final SpeakerWindow speaker;
  private final Teaching teaching;
  private final Drops drops = new Drops(this::run, this::open);
  private final Overlays overlays;
  private final Cards cards;
  private final LeftoverOffers leftovers;
  private final Trust trust;
  private final LessonWatch lessons;
  private Theme theme;

  /**
   * Makes the window; {@link #show} shows it. The theme has to be installed before, see {@link
   * Theme#install}.
   */
  public Window(Stage stage, WindowSettings settings, RunSource studio) {
    this.stage = stage;
    this.settings = settings;
    trust =
        new Trust(
            () -> settings.text(TRUSTED, ""),
            checks -> {
              settings.put(TRUSTED, checks);
              settings.save();
            });
    theme = Theme.of(settings.text("theme", Theme.LIGHT.word()));
    session =
        new Session(studio, new EmptyTimeline(), worker, typist, Platform::runLater, notices::tell);
    Pythons pythons =
        new Pythons(
            studio,
            work -> Thread.ofVirtual().start(work),
            Platform::runLater,
            LanguageChoice.lastUsed(settings),
            notices::tell);
    doors = new SystemDialogs(stage, settings, pythons, notices);
    workbench =
        new Workbench(session, settings, doors, pythons, notices, () -> theme, this::execute);
    VBox corner = new VBox(10, notices, workbench.errand());
    corner.setPickOnBounds(false);
    corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    root = new StackPane(workbench.root(), corner);
    overlays = new Overlays(root, () -> Focus.into(workbench.timelines().timeline()));
    cards = new Cards(overlays, workbench, this::execute, this::run);
    session.gate(
        new LessonGate(
            trust,
            files -> Thread.ofVirtual().start(files),
            Platform::runLater,
            workbench::lessonsChanged,
            this::ask));
    leftovers = new LeftoverOffers(new Leftovers(), overlays, notices, new LeftoverWishes());
    StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
    besideInspector(corner);
    magnified = new Magnified(root);
    Scene scene =
        new Scene(
            magnified,
            settings.number("width", 1440, 900, 16_000),
            settings.number("height", 900, 600, 16_000));
    root.setMinSize(0, 0);
    speaker =
        new SpeakerWindow(stage, workbench.speaker(), notesTitle(), settings::text, settings::put);
    teaching =
        new Teaching(session, magnified, speaker, settings::text, this::keep, () -> dress(scene));
    scene.widthProperty().addListener((_, _, _) -> fit(scene));
    scene.heightProperty().addListener((_, _, _) -> fit(scene));
    dress(scene);
    workbench.dress();
    new WindowKeys(scene, this::execute, this::escape, workbench::perform, overlays::isOpen)
        .listen();
    new WindowKeys(
            speaker.scene(), this::execute, this::escape, workbench::perform, overlays::isOpen)
        .listen();
    drops.into(scene);
    stage.setScene(scene);
    stage
        .titleProperty()
        .bind(
            Bindings.when(workbench.titleProperty().isEmpty())
                .then(PRODUCT)
                .otherwise(workbench.titleProperty().concat(" – " + PRODUCT)));
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setOnHidden(_ -> close());
    lessons = LessonWatch.of(Catalogue.places(), this::lookAtLessons);
    // Not every file system tells of what is written.
    stage
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused) {
                Thread.ofVirtual().start(this::lookAtLessons);
              }
            });
  }

  private ObservableValue<String> notesTitle() {
    return Bindings.when(workbench.titleProperty().isEmpty())
        .then(TEACHER.text("title.none"))
        .otherwise(TEACHER.text("title").concat(workbench.titleProperty()));
  }

  private void keep(String name, String value) {
    settings.put(name, value);
    settings.save();
  }

  /** Both windows in the colours of the theme, and what is in this one as large as is wished. */
  private void dress(Scene scene) {
    theme.dress(scene);
    scene.getStylesheets().addAll(magnified.sheet());
    speaker.dress(theme::dress);
    fit(scene);
  }

  /** Whoever writes lessons in an editor finds them here as they are by now. */
  private void lookAtLessons() {
    if (Catalogue.refresh()) {
      Platform.runLater(workbench::lessonsChanged);
    }
  }

  /** A lesson that somebody else wrote is to run for the first time. */
  private void ask(Program.Lesson lesson, Runnable yes) {
    StrangerCard card = new StrangerCard(lesson, () -> new Colours(theme), yes, overlays::close);
    overlays.open(card);
    card.focus();
  }

  /** Turns the teacher's view on, before it is shown. */
  void teach() {
    teaching.turn(true);
  }

  /** What was named on the command line was meant to run. */
  void trust(RunOrigin named) {
    if (named instanceof Program.Lesson lesson) {
      trust.give(lesson.scenario().origin());
    }
  }

  /**
   * The answer to a question stands in the inspector, and what an exercise is checked by in its
   * column: nothing is told over them.
   */
  private void besideInspector(VBox corner) {
    DoubleBinding pressed = workbench.pages().uncoveredProperty();
    InvalidationListener moved =
        _ -> {
          double right = 18 + workbench.layout().right() + pressed.get();
          StackPane.setMargin(corner, new Insets(0, right, 46, 0));
        };
    pressed.addListener(moved);
    workbench.inspector().widthProperty().addListener(moved);
    workbench.inspector().sceneProperty().addListener(moved);
    moved.invalidated(workbench.inspector().widthProperty());
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  /** Shows it with the scenario of last time chosen. */
  public void show() {
    if (!HanGlyphs.show(Language.current())) {
      unreadable();
    }
    workbench.chooseAtFirst();
    workbench.pump().start();
    stage.sizeToScene();
    stage.show();
    teaching.begin();
    Focus.into(workbench.gallery().lookup("#gallery"));
  }

  /** Offers what earlier runs left behind. */
  void recover() {
    leftovers.offer();
  }

  /** Chooses a program and runs it, or opens it where it is a recording. */
  public void run(RunOrigin origin) {
    if (origin instanceof Program.Lesson lesson) {
      workbench.gallery().select(lesson.scenario().id());
    } else if (origin instanceof Program.Own own) {
      workbench.gallery().selectNothing();
      workbench.own().remember(own);
    }
    session.run(origin);
  }

  /** Opens a recording; asks whether several are to become one. */
  void open(List<Path> files) {
    if (files.size() == 1) {
      run(OpenedTogether.origin(files.getFirst()));
    } else if (!files.isEmpty()) {
      cards.merge(new MergedTogether(Optional.empty(), files));
    }
  }

  private void fit(Scene scene) {
    double larger = magnified.factor(scene.getWidth(), scene.getHeight());
    workbench.fit(scene.getWidth() / larger, scene.getHeight() / larger);
  }

  private void escape() {
    if (overlays.isOpen()) {
      overlays.close();
    } else if (!workbench.errand().cancel()
        && !workbench.leaveComparison()
        && !workbench.leaveLaboratory()
        && !workbench.timelines().leave()) {
      notices.dismiss();
    }
  }

  /** Does what a key, a button or the palette asks for. */
  void execute(Command command) {
    switch (command) {
      case RUN -> session.run();
      case STOP -> session.stop();
      case IN_JAVA -> workbench.languages().choose(ProgramLanguage.JAVA);
      case IN_PYTHON -> workbench.languages().choose(ProgramLanguage.PYTHON);
      case INTERPRETER -> workbench.openPythons();
      case OBSERVE -> workbench.languages().toggleObserving();
      case ADD_WORKER -> cards.worker();
      case PLAY_OR_PAUSE -> session.playOrPause();
      case STEP -> session.step(1);
      case STEP_BACK -> session.step(-1);
      case LIVE -> workbench.timelines().perform(TimelineKeys.Function.END);
      case BEGINNING -> workbench.timelines().perform(TimelineKeys.Function.START);
      case FASTER -> workbench.transport().faster(1);
      case SLOWER -> workbench.transport().faster(-1);
      case FIND -> cards.find();
      case FIND_NEXT -> cards.findNext(1);
      case FIND_PREVIOUS -> cards.findNext(-1);
      case FIND_SCENARIO -> {
        workbench.layout().openGallery();
        workbench.gallery().find();
      }
      case PALETTE -> cards.palette();
      case BACK -> session.back();
      case FORTH -> session.forth();
      case NEXT_LOST -> workbench.timelines().lostUpdate(1);
      case PREVIOUS_LOST -> workbench.timelines().lostUpdate(-1);
      case RUN_PROGRAM -> workbench.own().ask();
      case OPEN -> open(doors.open());
      case PASTE -> paste();
      case SAVE -> save();
      case EXPORT -> cards.export();
      case MERGE -> cards.merge();
      case COMPARE -> workbench.compare();
      case COMPARE_WITH -> workbench.compareWith();
      case LABORATORY -> workbench.laboratory();
      case FIGURE -> cards.figure();
      case WORKSHEET -> cards.worksheet();
      case KEEP_SOURCES -> keepSources();
      case COPY_TIMELINE -> picture(SnapshotMenu.Subject.RUN, true);
      case SNAPSHOT_TIMELINE -> picture(SnapshotMenu.Subject.RUN, false);
      case SNAPSHOT_WINDOW -> picture(SnapshotMenu.Subject.WINDOW, false);
      case FIT_ALL -> workbench.perform(TimelineKeys.Function.FIT_ALL);
      case CRITICAL_PATH -> criticalPath();
      case WAITS_HERE ->
          workbench
              .timelines()
              .selectedLine()
              .ifPresent(
                  line -> {
                    workbench.layout().openPages();
                    workbench.pages().waitsAt(line);
                  });
      case MARK_NOTE -> cards.note();
      case RANGE_OF_SELECTION -> workbench.timelines().rangeOfSelection();
      case RANGE_OF_MARKS -> workbench.timelines().rangeOfMarks();
      case ZOOM_TO_RANGE -> session.range().ifPresent(workbench.timelines()::zoom);
      case SNAPSHOT_RANGE -> picture(SnapshotMenu.Subject.RANGE, false);
      case SAVE_FIGURES -> workbench.pages().saveFigures();
      case FRAMES -> workbench.frameCard().toggle();
      case TEACHER, SPEAKER, UNCOVER, LARGER, SMALLER -> teaching.perform(command);
      case THEME -> toggleTheme();
      case LANGUAGE -> speak(Language.current().next());
      case GALLERY -> workbench.layout().toggleGallery();
      case INSPECTOR -> workbench.layout().toggleInspector();
      case STAGE -> workbench.layout().toggleStage();
      case PAGES -> workbench.layout().togglePages();
      case MAXIMISE -> workbench.layout().maximise(Pane.TIMELINE);
      case MAXIMISE_PAGES -> workbench.layout().maximise(Pane.PAGES);
      case MAXIMISE_STAGE -> workbench.layout().maximise(Pane.STAGE);
      case RESET_PANES -> workbench.layout().reset();
      case ORDER -> workbench.timelines().refold(Folds::toggleOrder);
      case LEGEND -> workbench.timelines().refold(Folds::toggleLegend);
      case GIL -> workbench.timelines().refold(Folds::toggleAllGils);
      case JVM_START -> workbench.timelines().refold(Folds::toggleStart);
      case ARROWS -> workbench.timelines().perform(TimelineKeys.Function.ARROWS);
      case SAMPLE -> workbench.sample(!settings.samples());
      case SOURCE, OTHER_SOURCE, EXERCISE, CONSOLE, EVENTS, STATISTICS, WHERE_TIME_GOES -> {
        workbench.layout().openPages();
        workbench.pages().turnTo(command);
      }
      case NEXT_PANE -> workbench.nextPane(1);
      case PREVIOUS_PANE -> workbench.nextPane(-1);
      case NOTES -> cards.notes();
      case RECOVER -> leftovers.show();
      case KEYS -> cards.keys();
    }
  }

  private void criticalPath() {
    session.askPath(!session.asksPath());
    if (session.asksPath()) {
      workbench.layout().openPages();
      workbench.pages().path();
    }
  }

  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    try {
      PastedText.of(text == null ? "" : text)
          .ifPresentOrElse(
              this::run, () -> notices.tell(Notice.information(WORDS.get("pasted.unknown"), "")));
    } catch (IOException e) {
      notices.tell(Notice.error(WORDS.get("pasted.failed"), String.valueOf(e.getMessage()), ""));
    }
  }

  private void save() {
    session
        .take()
        .flatMap(
            _ ->
                doors.save(
                    session.shown().map(RunOrigin::title).orElseGet(() -> WORDS.get("save.name"))))
        .ifPresent(file -> session.save(file, this::offer));
  }

  private void keepSources() {
    boolean keeps = !settings.keepsSources();
    settings.keepsSources(keeps);
    settings.save();
    notices.tell(Notice.information(WORDS.get(keeps ? "sources.kept" : "sources.left-out"), ""));
  }

  private void picture(SnapshotMenu.Subject subject, boolean copy) {
    workbench.picture(new SnapshotMenu.Wish(subject, copy, 2));
  }

  private void toggleTheme() {
    theme = theme.other();
    theme.install();
    dress(stage.getScene());
    workbench.dress();
    settings.put("theme", theme.word());
    settings.save();
  }

  private void unreadable() {
    Language.use(Language.ENGLISH);
    notices.tell(Notice.warning(WORDS.get("fonts.none"), "", WORDS.get("fonts.next")));
  }

  /** Everything that is shown says the same in another language; nothing else changes. */
  private void speak(Language language) {
    if (!HanGlyphs.show(language)) {
      unreadable();
      return;
    }
    Language.use(language);
    workbench.lessonsChanged();
    settings.put("language", language.tag());
    settings.save();
    if (overlays.isOpen()) {
      overlays.close();
    }
  }

  private void close() {
    stage.setOnHidden(null); // whoever shows the stage once more shows something else
    stage.titleProperty().unbind();
    speaker.close();
    workbench.pump().stop();
    workbench.pages().close();
    workbench.timelines().timeline().setSkin(null); // paints no more
    workbench.leaveComparison();
    if (!stage.isMaximized() && !stage.isFullScreen()) {
      settings.put("width", stage.getScene().getWidth());
      settings.put("height", stage.getScene().getHeight());
    }
    session.giveUpOpening();
    worker.execute(lessons::close);
    worker.execute(workbench::closeLaboratory);
    worker.execute(session::close);
    typist.shutdown();
    worker.close(); // a run is stopped and the user's own recording kept before the program ends
    settings.save();
  }

  /** A recording was kept or saved: offers it in the gallery. Any thread. */
  void offer(Path recording) {
    settings.remember(recording);
    Platform.runLater(workbench::offerRecent);
  }

  private final class LeftoverWishes implements LeftoverOffers.Wishes {
    @Override
    public void open(RunOrigin recording) {
      run(recording);
    }

    @Override
    public void save(String name, Consumer<Path> to) {
      doors.save(name).ifPresent(to);
    }

    @Override
    public void saved(Path file) {
      offer(file);
    }
  }

  /** Shows the folders in which something was written. */
  void showFolders(Consumer<Path> shown) {
    notices.showFolders(shown);
  }

  Stage stage() {
    return stage;
  }

  Drops drops() {
    return drops;
  }

  Session session() {
    return session;
  }

  Workbench workbench() {
    return workbench;
  }
}
