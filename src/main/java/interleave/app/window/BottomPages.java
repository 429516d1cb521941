package interleave.app.window;

import interleave.timeline.Site;
import interleave.view.console.ConsolePane;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.events.EventsPane;
import interleave.view.exercise.ExercisePane;
import interleave.view.icicle.IciclePane;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.view.source.SourcePane;
import interleave.view.statistics.StatisticsPane;
import interleave.view.theme.Colours;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;

/**
 * The pages at the bottom: source, the same lesson in the other language, console, events,
 * statistics, where time goes. Only the one in front is shown.
 */
final class BottomPages extends TabPane implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("app/window");

  /** So long a name may be there: a file's may be longer than all others together. */
  private static final double NARROW_NAME = 132;

  private final SourcePane source;
  private final SourcePane other;
  private final ConsolePane console;
  private final EventsPane events;
  private final StatisticsPane statistics;
  private final Sources sources;
  private final Tab sourcePage = tab("page.source");
  private final Tab otherPage = new Tab();
  private final Tab exercisePage = tab("page.exercise");
  private final ExercisePane exercise;
  private final Tab consolePage = tab("page.console");
  private final Tab eventsPage = tab("page.events");
  private final Tab statisticsPage = tab("page.statistics");
  private final IciclePane time;
  private final Tab timePage = tab("page.time");

  /**
   * @param goTo moves the playhead and brings it into sight
   */
  BottomPages(
      Session session,
      LongConsumer goTo,
      StatisticsPane.Actions figures,
      IciclePane.Actions samples,
      ExercisePane exercise,
      Supplier<Colours> colours) {
    this.exercise = exercise;
    setId("pages");
    getStyleClass().add("pages");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    setTabMinHeight(22);
    source = new SourcePane(WORDS.text("page.source.says"), colours);
    other = new SourcePane(WORDS.text("page.other.says"), colours);
    Label changed = WORDS.label("source.changed");
    changed.setId("source-changed");
    changed.getStyleClass().add("source-note");
    changed.setMaxWidth(Double.MAX_VALUE);
    sources =
        new Sources(
            source,
            other,
            changed,
            () -> session.take().flatMap(RecordedRun::sources),
            sourcePage,
            otherPage);
    console = new ConsolePane(new ConsoleWishes(session, goTo), colours);
    sourcePage.setContent(new BorderPane(source, changed, null, null, null));
    otherPage.setContent(other);
    exercisePage.setContent(exercise);
    exercisePage.setDisable(true);
    consolePage.setContent(console);
    events =
        new EventsPane(
            row -> {
              goTo.accept(row.time());
              session.select(row.thing());
            });
    eventsPage.setContent(events);
    statistics = new StatisticsPane(figures, colours);
    statisticsPage.setContent(statistics);
    time = new IciclePane(samples, colours);
    timePage.setContent(time);
    getTabs()
        .addAll(
            sourcePage, otherPage, exercisePage, consolePage, eventsPage, statisticsPage, timePage);
  }

  /** What can be done to things is offered in lists, too. */
  void offer(ThingMenu menu) {
    events.offer(row -> menu.ofRow(row.thing(), row.time()));
    console.offer(time -> menu.ofRow(null, time));
  }

  private static Tab tab(String key) {
    Tab tab = new Tab();
    tab.textProperty().bind(WORDS.text(key));
    return tab;
  }

  @Override
  public void show(Frame frame) {
    sources.show(frame);
    exercise.look(frame);
    exercisePage.setDisable(!exercise.isFor(frame));
    Tab front = getSelectionModel().getSelectedItem();
    if (front == sourcePage) {
      source.show(frame);
    } else if (front != null && front.getContent() instanceof FramePane page) {
      page.show(frame);
    }
  }

  /** Brings a page to the front and the keyboard into it. */
  void turnTo(Command command) {
    Tab tab =
        switch (command) {
          case OTHER_SOURCE -> otherPage;
          case EXERCISE -> exercisePage;
          case CONSOLE -> consolePage;
          case EVENTS -> eventsPage;
          case STATISTICS -> statisticsPage;
          case WHERE_TIME_GOES -> timePage;
          default -> sourcePage;
        };
    getSelectionModel().select(tab);
    Node content = tab == sourcePage ? source : tab.getContent();
    if (content != null) {
      content.requestFocus();
    }
  }

  /** Shows a line of the source, and the page that it is on. */
  void goTo(Site site) {
    getSelectionModel().select(sourcePage);
    sources.goTo(site);
  }

  /** How much at the right is not to be covered, as there is something to be pressed. */
  DoubleBinding uncoveredProperty() {
    return Bindings.createDoubleBinding(
        () ->
            getSelectionModel().getSelectedItem() == exercisePage
                ? exercise.toldWidthProperty().get()
                : 0,
        getSelectionModel().selectedItemProperty(),
        exercise.toldWidthProperty());
  }

  /** What is written is kept. */
  void close() {
    exercise.close();
  }

  /** Lists all waits at a line of the source. */
  void waitsAt(Site site) {
    statistics.waitsAt(site);
    turnTo(Command.STATISTICS);
  }

  /** Says a sentence of ours in the console, between what is printed. */
  void say(Frame at, String sentence) {
    console.say(at, sentence);
  }

  /** Tells the critical path, as soon as it is found. */
  void path() {
    statistics.path();
    turnTo(Command.STATISTICS);
  }

  /** Saves what the statistics tell. */
  void saveFigures() {
    turnTo(Command.STATISTICS);
    statistics.save();
  }

  /** In a narrow window the names of the pages stand closer, and are shorter. */
  void small(boolean narrow) {
    sources.small(narrow);
    setTabMaxWidth(narrow ? NARROW_NAME : Double.MAX_VALUE);
    timePage.textProperty().bind(WORDS.text(narrow ? "page.time.narrow" : "page.time"));
    getStyleClass().remove("narrow");
    if (narrow) {
      getStyleClass().add("narrow");
    }
  }

  /** Takes over the colours of another theme. */
  void recolour() {
    source.recolour();
    other.recolour();
    console.recolour();
    time.recolour();
  }

  private record ConsoleWishes(Session session, LongConsumer goTo) implements ConsolePane.Actions {
    @Override
    public void seek(long time) {
      goTo.accept(time);
    }

    @Override
    public void type(String line) {
      session.input(line);
    }

    @Override
    public void endOfInput() {
      session.endInput();
    }
  }
}
