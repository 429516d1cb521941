package interleave.app.window;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Catalogue;
import interleave.scenario.Scenario;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Palette;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Extent;
import interleave.timeline.search.Found;
import interleave.view.control.FramePump;
import interleave.view.control.NoticeStack;
import interleave.view.gallery.GalleryModel;
import interleave.view.gallery.GalleryPane;
import interleave.view.header.HeaderPane;
import interleave.view.header.ParameterPopover;
import interleave.view.inspector.InspectorPane;
import interleave.view.keys.Command;
import interleave.view.python.NoPython;
import interleave.view.python.PythonMenu;
import interleave.view.python.Pythons;
import interleave.view.question.QuestionCard;
import interleave.view.session.EmptyTimeline;
import interleave.view.session.Errors;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.view.session.Session;
import interleave.view.status.StatusBar;
import interleave.view.tableau.TableauView;
import interleave.view.theme.Colours;
import interleave.view.theme.Theme;
import interleave.view.timeline.TimelineView;
import interleave.view.transport.TransportBar;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** All panes of the window around one session, and what connects them. */
final class Workbench {
  private static final Words WORDS = Words.of("app/window");

  private final Session session;
  private final WindowSettings settings;
  private final Supplier<Theme> theme;

  private final TimelineView timeline = new TimelineView();
  private final TableauView stage = new TableauView();
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
  private final PaneLayout layout;
  private final FramePump pump;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final DeadlockAlarm alarm = new DeadlockAlarm();
  private int take = -1;
  private boolean running;
  private boolean showing;

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
    this.notices = notices;
    this.theme = theme;
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
            new GalleryChoices(session, settings, doors, own, languages, this::offerRecent));
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
            session::run);
    transport =
        new TransportBar(
            ask, session::speed, wish -> doors.picture(wish, timeline, root, theme.get()));
    inspector =
        new InspectorPane(
            new InspectorWishes(),
            Explanation::sentence,
            colours,
            new QuestionCard(questions, false));
    pages = new BottomPages(session, this::goTo, colours);
    StatusBar status = new StatusBar(this::framesPerSecond, () -> ask.accept(Command.NOTES));
    StackPane middle = new StackPane(timeline, notYet);
    middle.setMinWidth(0);
    layout = new PaneLayout(settings, gallery, header, middle, stage, pages, inspector);
    root.setTop(transport);
    root.setCenter(layout.node());
    root.setBottom(status);
    connectTimeline();
    pump =
        new FramePump(
            session,
            List.of(
                this::show,
                new OwnEndings(session, notices),
                transport,
                header,
                inspector,
                status,
                notYet,
                pages),
            this::broken);
    root.setMinSize(0, 0);
  }

  private void connectTimeline() {
    timeline
        .selectionProperty()
        .addListener((_, _, thing) -> session.select(Optional.ofNullable(thing)));
    stage
        .selectionProperty()
        .addListener((_, _, thing) -> session.select(Optional.ofNullable(thing)));
    timeline
        .playheadProperty()
        .addListener(
            (_, _, time) -> {
              if (!showing && time.longValue() != Timeline.OPEN) {
                session.seek(time.longValue());
              }
            });
    timeline
        .viewportProperty()
        .addListener(
            (_, _, port) ->
                session.window(port.start(), port.start() + (long) Math.ceil(port.length())));
  }

  /** Fits everything to the size of the window. */
  void fit(double width, double height) {
    layout.fit(width, height);
    transport.small(layout.narrow());
    pages.small(layout.narrow());
    header.small(layout.low());
  }

  /** The frame for timeline and stage, which have properties of their own. */
  private void show(Frame frame) {
    if (frame.take() != take) {
      take = frame.take();
      timeline.followingProperty().set(frame.running());
    }
    String name = frame.chosen().map(RunOrigin::title).orElse("");
    if (!name.equals(title.get())) {
      title.set(name);
    }
    alarm.look(frame).ifPresent(notices::tell);
    boolean over = running && !frame.running();
    running = frame.running();
    showing = true;
    timeline.timelineProperty().set(frame.timeline());
    timeline.playheadProperty().set(frame.playhead());
    timeline.selectionProperty().set(frame.selection().orElse(null));
    stage.timelineProperty().set(frame.timeline());
    stage.playheadProperty().set(frame.playhead());
    stage.selectionProperty().set(frame.selection().orElse(null));
    showing = false;
    if (over && timeline.followingProperty().get()) {
      timeline.fitAll();
    }
  }

  private void broken(RuntimeException e) {
    notices.tell(Notice.error(WORDS.get("failed"), Errors.sentence(e), WORDS.get("failed.next")));
    System.getLogger(Workbench.class.getName()).log(System.Logger.Level.ERROR, "A pane failed", e);
  }

  private int framesPerSecond() {
    return pump.framesPerSecond();
  }

  /** Moves the playhead and brings it into sight. */
  private void goTo(long time) {
    session.seek(time);
    var port = timeline.getViewport();
    if (time < port.start() || time > port.start() + port.length()) {
      timeline.followingProperty().set(false);
      timeline.moveTo(port.pan(time - port.start() - port.length() / 2));
    }
  }

  /** Goes to a lost update: selects it, zooms to it, and puts the playhead on its last step. */
  private void goToLost(ThingRef.LostUpdate lost) {
    Timeline now = frameTimeline();
    if (lost.variable() >= now.variables().size()) {
      return;
    }
    VariableTrack variable = now.variables().get(lost.variable());
    if (lost.index() < 0 || lost.index() >= variable.lostUpdates()) {
      return;
    }
    session.select(lost);
    session.seek(variable.time(variable.lostUpdate(lost.index()).overwrite()));
    timeline.show(lost);
  }

  /** Whether there is a run in sight. */
  boolean hasRun() {
    return !(frameTimeline() instanceof EmptyTimeline);
  }

  /** What is drawn. */
  Timeline shownTimeline() {
    return frameTimeline();
  }

  /** Selects what was found, which unfolds it, and brings its time into sight. */
  void goToFound(Found.Hit hit) {
    session.select(hit.thing());
    Extent extent = Extent.of(frameTimeline(), hit.thing());
    if (hit.kind().moment()) {
      if (extent != null) {
        goTo(extent.from());
      }
      return;
    }
    var port = timeline.getViewport();
    if (extent != null
        && (extent.to() < port.start() || extent.from() > port.start() + port.length())) {
      timeline.fit(hit.thing());
    }
  }

  private Timeline frameTimeline() {
    Timeline now = timeline.getTimeline();
    return now == null ? new EmptyTimeline() : now;
  }

  /** What tracers and reader had to say of the run that is shown. */
  List<String> notes() {
    return frameTimeline().notes();
  }

  /** To the lost update after or before the one that is selected; the first when none is. */
  void lostUpdate(int direction) {
    Timeline now = frameTimeline();
    if (timeline.getSelection() instanceof ThingRef.LostUpdate(int variable, int index)) {
      goToLost(new ThingRef.LostUpdate(variable, index + direction));
      return;
    }
    for (VariableTrack variable : now.variables()) {
      if (variable.lostUpdates() > 0) {
        goToLost(new ThingRef.LostUpdate(variable.index(), 0));
        return;
      }
    }
  }

  /** Shows what the theme changed in what is painted. */
  void dress() {
    timeline.paletteProperty().set(theme.get().isDark() ? Palette.DARK : Palette.LIGHT);
    stage.paletteProperty().set(theme.get().isDark() ? Palette.DARK : Palette.LIGHT);
    transport.dark(theme.get().isDark());
    pages.recolour();
  }

  /** Chooses what was looked at last time, or the first of the catalogue. */
  void chooseAtFirst() {
    String id = settings.text("scenario", "");
    Scenario scenario = Catalogue.find(id).orElse(Catalogue.all().getFirst());
    gallery.select(scenario.id());
  }

  void nextPane(int direction) {
    List<Node> panes = List.of(gallery, header, timeline, pages, inspector);
    List<Node> visible =
        panes.stream().filter(pane -> pane.getScene() != null && pane.isVisible()).toList();
    Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
    int at = -1;
    for (int i = 0; i < visible.size(); i++) {
      for (Node up = owner; up != null; up = up.getParent()) {
        if (up.equals(visible.get(i))) {
          at = i;
        }
      }
    }
    Node next = visible.get(Math.floorMod(at + direction, visible.size()));
    Focus.into(next);
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
  }

  GalleryPane gallery() {
    return gallery;
  }

  TransportBar transport() {
    return transport;
  }

  TimelineView timeline() {
    return timeline;
  }

  PaneLayout layout() {
    return layout;
  }

  BorderPane root() {
    return root;
  }

  FramePump pump() {
    return pump;
  }

  private final class InspectorWishes implements InspectorPane.Actions {
    @Override
    public void seek(long time) {
      goTo(time);
    }

    @Override
    public void lostUpdate(ThingRef.LostUpdate lost) {
      goToLost(lost);
    }

    @Override
    public void run(Program program) {
      session.run(program);
    }
  }
}
