package interleave.app.window;

import interleave.app.opening.MergedTogether;
import interleave.exchange.export.Excerpt;
import interleave.figure.Figure;
import interleave.laboratory.Conduct;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.program.merge.Alignment;
import interleave.scenario.Catalogue;
import interleave.scenario.Scenario;
import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.draw.Palette;
import interleave.timeline.explain.Explanation;
import interleave.timeline.range.TimeRange;
import interleave.view.compare.ComparePane;
import interleave.view.control.FramePump;
import interleave.view.control.NoticeStack;
import interleave.view.exercise.ExercisePane;
import interleave.view.export.ExportCard;
import interleave.view.export.Pictures;
import interleave.view.export.Still;
import interleave.view.gallery.GalleryModel;
import interleave.view.gallery.GalleryPane;
import interleave.view.header.HeaderPane;
import interleave.view.header.ParameterPopover;
import interleave.view.icicle.IciclePane;
import interleave.view.inspector.InspectorPane;
import interleave.view.keys.Command;
import interleave.view.laboratory.LaboratoryPane;
import interleave.view.laboratory.StageRow;
import interleave.view.lesson.LessonGate;
import interleave.view.python.NoPython;
import interleave.view.python.PythonMenu;
import interleave.view.python.Pythons;
import interleave.view.question.QuestionCard;
import interleave.view.session.Covers;
import interleave.view.session.Errors;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.view.statistics.StatisticsPane;
import interleave.view.status.FrameCard;
import interleave.view.status.StatusBar;
import interleave.view.teacher.SpeakerPane;
import interleave.view.theme.Colours;
import interleave.view.theme.Theme;
import interleave.view.timeline.RowsMenu;
import interleave.view.timeline.TimelineKeys;
import interleave.view.transport.SnapshotMenu;
import interleave.view.transport.TransportBar;
import interleave.view.worker.WorkerAlarm;
import interleave.view.worker.WorkerCard;
import interleave.words.Words;
import interleave.worker.Invitation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** All panes of the window around one session, and what connects them. */
final class Workbench {
  private static final Words WORDS = Words.of("app/window");
  private static final double LABORATORY_HEIGHT = 252;

  /** Below this width not all words have room in the bar at the top. */
  private static final double CROWDED = 1240;

  /** Below this one not even all signs have; only where it is magnified is there so little. */
  private static final double LEAST = 890;

  private final Session session;
  private final WindowSettings settings;
  private final SystemDialogs doors;
  private final Supplier<Theme> theme;
  private final Consumer<Command> ask;

  private final TimelinePanes timelines;
  private final RunFigures figures;
  private final TimelinePlaceholder notYet;
  private final OwnPrograms own;
  private final LanguageChoice languages;
  private final PythonMenu pythonMenu;
  private final GalleryPane gallery;
  private final HeaderPane header;
  private final TransportBar transport;
  private final InspectorPane inspector;
  private final BottomPages pages;
  private final NoticeStack notices;
  private final FrameCard frames;
  private final PaneLayout layout;
  private final FramePump pump;
  private final ErrandCard errand;
  private final WorkerCard workers;
  private final ComparePane comparison;
  private final LaboratoryPane laboratory;
  private final StageRow stageRow;
  private final SpeakerPane speaker;
  private final BorderPane root = new BorderPane();
  private Optional<RunOrigin> highlighted = Optional.empty();
  private int take;
  private Runnable anotherRun = () -> {};
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

  Workbench(
      Session session,
      WindowSettings settings,
      SystemDialogs doors,
      Pythons pythons,
      NoticeStack notices,
      Supplier<Theme> theme,
      Consumer<Command> ask) {
    this.session = session;
    this.settings = settings;
    this.doors = doors;
    this.notices = notices;
    this.theme = theme;
    this.ask = ask;
    timelines = new TimelinePanes(session);
    figures = new RunFigures(session, timelines, settings, doors, notices);
    errand = new ErrandCard(session);
    workers = new WorkerCard(session);
    comparison = new ComparePane(session, new CompareWishes());
    laboratory = new LaboratoryPane(session, this::leaveLaboratory);
    speaker = new SpeakerPane(session);
    stageRow = new StageRow(timelines.stage(), laboratory);
    timelines.stage().choicesProperty().bind(laboratory.choicesProperty());
    timelines.stage().onChosen(laboratory::choose);
    Supplier<Colours> colours = () -> new Colours(theme.get());
    QuestionActions questions = new QuestionActions(session);
    notYet =
        new TimelinePlaceholder(
            () -> ask.accept(Command.RUN),
            new QuestionCard(questions, true),
            new NoPython(pythons, () -> languages().another()));
    own = new OwnPrograms(session, settings, doors, this::gallery);
    languages = new LanguageChoice(session, settings, doors, pythons);
    pythonMenu = new PythonMenu(pythons, languages);
    gallery =
        new GalleryPane(
            new GalleryModel(Catalogue.all()),
            new GalleryChoices(
                session,
                settings,
                own,
                languages,
                this::offerRecent,
                () -> ask.accept(Command.OPEN),
                notices::tell));
    gallery.lessons(Catalogue.all(), Catalogue.refused());
    gallery.fold(Set.of(settings.text("folded", "").split(" ", -1)));
    gallery.programs(settings.programs());
    offerRecent();
    header =
        new HeaderPane(
            new ParameterPopover(
                () -> List.of(Theme.sheet(theme.get().word()), Theme.sheet("base")),
                () -> theme.get().word()),
            pythons,
            chip -> pythonMenu().open(chip),
            session::choose,
            session::run,
            new HeaderPane.Joining(this::isJoinable, () -> ask.accept(Command.ADD_WORKER)));
    transport = new TransportBar(ask, session::speed, this::picture);
    inspector =
        new InspectorPane(
            new InspectorWishes(),
            Explanation::sentence,
            colours,
            new QuestionCard(questions, false));
    pages =
        new BottomPages(
            session,
            timelines::goTo,
            new FigureActions(),
            new SampleActions(),
            new ExercisePane(settings.exercises(), new ExerciseWishes()),
            colours);
    ThingMenu menu = new ThingMenu(timelines, this::goTo, ask);
    timelines.offer(menu);
    pages.offer(menu);
    StatusBar status =
        new StatusBar(
            this::framesPerSecond,
            () -> ask.accept(Command.NOTES),
            () -> ask.accept(Command.TEACHER));
    frames = new FrameCard(timelines.timeline().frameTimesProperty()::set);
    StackPane middle = new StackPane(timelines.timeline(), notYet, frames);
    StackPane.setAlignment(frames, Pos.TOP_RIGHT);
    StackPane.setMargin(frames, new Insets(8));
    middle.setMinWidth(0);
    layout = new PaneLayout(settings, gallery, header, middle, stageRow, pages, inspector);
    layout.onChooseRows(new RowsMenu(timelines.timeline())::open);
    timelines
        .timeline()
        .foldsProperty()
        .addListener((_, _, folds) -> layout.rowsAreChosen(!folds.rows().isAll()));
    root.setTop(transport);
    root.setCenter(layout.node());
    root.setBottom(status);
    pump =
        new FramePump(
            session,
            timelines::tellWindow,
            List.of(
                notices, // before those who have something to tell of a new run
                timelines,
                new CriticalPaths(session),
                this::show,
                new DeadlockAlarm(notices),
                new OwnEndings(session, notices),
                new LossAlarm(session, notices),
                new WorkerAlarm(session, notices, pages::say),
                errand,
                workers,
                transport,
                header,
                inspector,
                status,
                frames,
                notYet,
                pages,
                comparison,
                laboratory,
                speaker),
            this::broken);
    root.addEventFilter(KeyEvent.KEY_PRESSED, laboratory::key);
    root.setMinSize(0, 0);
  }

  /** Lessons of others were read anew: offers them, and has the chosen one as it is by now. */
  void lessonsChanged() {
    gallery.lessons(Catalogue.all(), Catalogue.refused());
    if (session.chosen().isPresent() && session.chosen().get() instanceof Program.Lesson lesson) {
      session.choose(LessonGate.newest(lesson));
      gallery.show(lesson); // it may have been one that could not be had
    }
  }

  /** Fits everything to the size of the window. */
  void fit(double width, double height) {
    layout.fit(width, height);
    transport.small(width < CROWDED, width < LEAST);
    pages.small(width < CROWDED);
    header.small(layout.low());
  }

  private void show(Frame frame) {
    title.set(frame.chosen().map(RunOrigin::title).orElse(""));
    timelines.tellNeeds(layout);
    if (frame.take() != take) {
      take = frame.take();
      frame.shown().ifPresent(this::remember);
      anotherRun.run();
    }
    if (!frame.chosen().equals(highlighted)) {
      highlighted = frame.chosen();
      highlighted.ifPresent(this::highlight);
    }
  }

  /** Hears when another run has come in sight. */
  void onAnotherRun(Runnable hears) {
    anotherRun = hears;
  }

  /** What was opened is offered again. */
  private void remember(RunOrigin origin) {
    if (origin instanceof RunOrigin.Saved saved && Files.isRegularFile(saved.file())) {
      settings.remember(saved.file());
      settings.save();
      offerRecent();
    }
  }

  /** What is highlighted in the gallery is what is in sight, however it was chosen. */
  private void highlight(RunOrigin origin) {
    switch (origin) {
      case Program.Own program -> gallery.show(program);
      case RunOrigin.Saved saved -> gallery.show(saved.file());
      case Program.Lesson _ -> {}
    }
  }

  private void broken(RuntimeException e) {
    notices.tell(Notice.error(WORDS.get("failed"), Errors.sentence(e), WORDS.get("failed.next")));
    System.getLogger(Workbench.class.getName()).log(System.Logger.Level.ERROR, "A pane failed", e);
  }

  /** All of what is in sight, as what may leave. */
  Optional<Excerpt> wholeRun() {
    return timelines.hasRun() ? session.take().flatMap(RecordedRun::excerpt) : Optional.empty();
  }

  /** Asks where it goes, and writes it there. */
  void export(ExportCard.Wish wish) {
    doors
        .export(wish.format(), wish.what().manifest().title())
        .ifPresent(file -> session.export(wish.format(), wish.what(), file));
  }

  /** What is in sight, as a recording that becomes one with others. */
  Optional<MergedTogether.InSight> inSight() {
    return timelines.hasRun()
        ? session
            .take()
            .map(
                run ->
                    new MergedTogether.InSight(
                        session.shown().map(RunOrigin::title).orElse(""), run::save))
        : Optional.empty();
  }

  /** Shows the run in sight beside the one before, or alone again. */
  void compare() {
    if (comparison.isOpen()) {
      leaveComparison();
    } else if (session.earlier().isPresent()) {
      comparison.open();
      root.setCenter(comparison);
    } else {
      compareWith();
    }
  }

  /** Asks for a recording to be compared with what is in sight. */
  void compareWith() {
    if (timelines.hasRun()) {
      doors.compared().ifPresent(this::compareWith);
    } else {
      tell(Notice.information(WORDS.get("compare.nothing"), ""));
    }
  }

  /** Shows that recording beside what is in sight, once it is there. */
  void compareWith(Path recording) {
    session.beside(
        new RunOrigin.Saved(recording),
        () -> {
          if (!comparison.isOpen()) {
            compare();
          }
        });
  }

  /** Opens the second and shows the first beside it. */
  void compare(Path first, Path second) {
    session.run(new RunOrigin.Saved(second));
    compareWith(first);
  }

  /** Shows one run again; false where it does. */
  boolean leaveComparison() {
    boolean open = comparison.isOpen();
    if (open) {
      comparison.leave();
      root.setCenter(layout.node());
    }
    return open;
  }

  /** Opens the laboratory beside the stage, or closes it; says why where it cannot be. */
  void laboratory() {
    Optional<String> refusal = laboratory.refusal();
    if (leaveLaboratory()) {
      return;
    }
    if (refusal.isPresent()) {
      tell(Notice.advice(refusal.get(), WORDS.get("laboratory.next")));
      return;
    }
    laboratory.remark().ifPresent(remark -> tell(Notice.information(remark, "")));
    leaveComparison();
    laboratory.open();
    stageRow.arrange();
    layout.keepStage(LABORATORY_HEIGHT);
  }

  /** Closes the laboratory; false where it is closed. */
  boolean leaveLaboratory() {
    boolean open = laboratory.isOpen();
    if (open) {
      laboratory.leave();
      stageRow.arrange();
      layout.keepStage(0);
    }
    return open;
  }

  /** Ends what runs there; blocks. */
  void closeLaboratory() {
    laboratory.close();
  }

  /** Does what a key of the timeline asks for, if there is a run to do it with. */
  boolean perform(TimelineKeys.Function function) {
    return comparison.isOpen() ? comparison.perform(function) : timelines.perform(function);
  }

  private final class CompareWishes implements ComparePane.Wishes {
    @Override
    public void another() {
      compareWith();
    }

    @Override
    public void leave() {
      leaveComparison();
    }
  }

  /** Says so where a program runs: what is opened in its place would end it. */
  boolean mayMerge() {
    boolean running = session.take().filter(RecordedRun::running).isPresent();
    if (running) {
      tell(Notice.advice(WORDS.get("merge.running"), WORDS.get("merge.running.next")));
    }
    return !running;
  }

  /** Asks for recordings to merge. */
  List<Path> askMerged() {
    return doors.merged();
  }

  /** Asks where it goes, and merges. */
  void merge(MergedTogether several, Optional<Alignment> alignment, Consumer<RunOrigin> open) {
    doors.merge(several.offered()).ifPresent(file -> merge(several, alignment, file, open));
  }

  /** Makes one recording of several in a file, and opens it unless something runs then. */
  void merge(
      MergedTogether several, Optional<Alignment> alignment, Path to, Consumer<RunOrigin> open) {
    session.merge(
        to,
        progress -> several.into(to, alignment, progress),
        made -> {
          settings.remember(made);
          offerRecent();
          if (session.take().filter(RecordedRun::running).isEmpty()) {
            open.accept(new RunOrigin.Saved(made));
          }
        });
  }

  RunFigures figures() {
    return figures;
  }

  /** Takes a picture: of a run as a figure, which is more than what is in sight of it. */
  void picture(SnapshotMenu.Wish wish) {
    boolean range = wish.subject() == SnapshotMenu.Subject.RANGE;
    Optional<Figure> figure =
        wish.subject() == SnapshotMenu.Subject.WINDOW
            ? Optional.empty()
            : figures.seen(range, wish.scale(), theme.get().isDark());
    if (figure.isEmpty()) {
      doors.picture(screen(wish), wish.copy());
    } else if (wish.copy()) {
      figures.copy(figure.get());
    } else {
      doors.figure(figure.get());
    }
  }

  private Still screen(SnapshotMenu.Wish wish) {
    Color ground = theme.get().isDark() ? Color.web("#0f1419") : Color.WHITE;
    boolean window = wish.subject() == SnapshotMenu.Subject.WINDOW;
    return Pictures.take(window ? root : timelines.timeline(), wish.scale(), ground);
  }

  private void goTo(Site site) {
    layout().openPages();
    pages().goTo(site);
  }

  private int framesPerSecond() {
    return pump.framesPerSecond();
  }

  /** Shows what the theme changed in what is painted. */
  void dress() {
    Palette palette = theme.get().isDark() ? Palette.DARK : Palette.LIGHT;
    timelines.palette(palette);
    comparison.palette(palette);
    transport.dark(theme.get().isDark());
    pages.recolour();
  }

  /** Chooses what was looked at last time, or the first of the catalogue. */
  void chooseAtFirst() {
    String id = settings.text("scenario", "");
    Scenario scenario = Catalogue.find(id).orElse(Catalogue.all().getFirst());
    gallery.select(scenario.id());
  }

  /** Moves the keyboard to the next pane, or with a negative direction to the one before. */
  void nextPane(int direction) {
    Focus.next(List.of(gallery, header, timelines.timeline(), pages, inspector), direction);
  }

  /** What is chosen, for the window's title. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  BottomPages pages() {
    return pages;
  }

  LanguageChoice languages() {
    return languages;
  }

  private PythonMenu pythonMenu() {
    return pythonMenu;
  }

  /** Opens the Pythons to choose from. */
  void openPythons() {
    pythonMenu.open(transport.programs().opener());
  }

  OwnPrograms own() {
    return own;
  }

  /** Offers what can be opened again. */
  void offerRecent() {
    gallery().recent(settings.recent());
    highlighted.ifPresent(this::highlight);
  }

  GalleryPane gallery() {
    return gallery;
  }

  TransportBar transport() {
    return transport;
  }

  TimelinePanes timelines() {
    return timelines;
  }

  PaneLayout layout() {
    return layout;
  }

  /** Whether workers on other machines can join what runs. */
  boolean isJoinable() {
    return session
        .take()
        .filter(RecordedRun::running)
        .flatMap(RecordedRun::invitation)
        .filter(Invitation::isPossible)
        .isPresent();
  }

  /** Tells something in the corner. */
  void tell(Notice notice) {
    notices.tell(notice);
  }

  /** Adds workers on other machines. */
  WorkerCard workers() {
    return workers;
  }

  /** Shows how far a file is opened or saved. */
  ErrandCard errand() {
    return errand;
  }

  BorderPane root() {
    return root;
  }

  Region inspector() {
    return inspector;
  }

  FrameCard frameCard() {
    return frames;
  }

  /** What whoever teaches has before them. */
  SpeakerPane speaker() {
    return speaker;
  }

  FramePump pump() {
    return pump;
  }

  private final class FigureActions implements StatisticsPane.Actions {
    @Override
    public void go(ThingRef thing) {
      timelines.goTo(thing);
    }

    @Override
    public void zoom(TimeRange range) {
      timelines.zoom(range);
    }

    @Override
    public void picture() {
      Workbench.this.picture(new SnapshotMenu.Wish(SnapshotMenu.Subject.RANGE, false, 2));
    }

    @Override
    public void save(String sheets) {
      doors.sheets(sheets);
    }

    @Override
    public void export() {
      ask.accept(Command.EXPORT);
    }

    @Override
    public void whole() {
      session.range(Optional.empty());
    }

    @Override
    public void copied(String what) {
      notices.tell(Notice.information(what, ""));
    }
  }

  /** Stacks of the programs that are run are sampled from now on, or no longer. */
  void sample(boolean on) {
    settings.samples(on);
    settings.save();
    notices.tell(Notice.information(WORDS.get(on ? "samples.on" : "samples.off"), ""));
  }

  private final class SampleActions implements IciclePane.Actions {
    @Override
    public void line(Site place) {
      goTo(place);
    }

    @Override
    public void copied(String what) {
      notices.tell(Notice.information(what, ""));
    }

    @Override
    public boolean samples() {
      return settings.samples();
    }

    @Override
    public void samples(boolean on) {
      sample(on);
    }
  }

  private final class ExerciseWishes implements ExercisePane.Actions {
    @Override
    public void enter(Program.Lesson lesson, Runnable then) {
      session.enter(lesson, _ -> then.run());
    }

    @Override
    public void run(Program program, Conduct conduct) {
      session.run(program, conduct);
    }

    @Override
    public void stop() {
      session.stop();
    }

    @Override
    public void uncover(Covers.Part part) {
      session.uncover(part);
    }

    @Override
    public void cover(Covers.Kind kind) {
      session.cover(kind);
    }
  }

  private final class InspectorWishes implements InspectorPane.Actions {
    @Override
    public void seek(long time) {
      timelines.goTo(time);
    }

    @Override
    public void lostUpdate(ThingRef.LostUpdate lost) {
      timelines.goTo(lost);
    }

    @Override
    public void run(Program program) {
      session.run(program);
    }

    @Override
    public void line(Site site) {
      goTo(site);
    }

    @Override
    public void thing(ThingRef thing, long time) {
      timelines.goTo(thing, time);
    }

    @Override
    public boolean isComparable() {
      return session.earlier().isPresent();
    }

    @Override
    public void compare() {
      Workbench.this.compare();
    }

    @Override
    public void uncover(Covers.Part part) {
      session.uncover(part);
    }

    @Override
    public void laboratory() {
      Workbench.this.laboratory();
    }
  }
}
