package interleave.view.compare;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Alignment;
import interleave.timeline.compare.Comparison;
import interleave.timeline.compare.Difference;
import interleave.timeline.compare.Shift;
import interleave.timeline.compare.Stretch;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Patience;
import interleave.timeline.range.TimeRange;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.FramePane;
import interleave.view.control.SlowAnswer;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.view.timeline.TimelineKeys;
import interleave.view.timeline.TimelineView;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The run in sight below the one before it, or below a recording that was opened for that. It shows
 * something only while it is open.
 *
 * <pre>
 *   Compare     [ start | match | at … ]      [ all figures ]  [ another… ]  ×
 *   A  the run before
 *   ------------------ timeline ------------------
 *   B  the run in sight
 *   ------------------ timeline ------------------
 *   what     figure      A      B     change      |  what is said of both
 * </pre>
 */
public final class ComparePane extends BorderPane implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/compare");

  private final Session session;
  private final Wishes wishes;
  private final SlowAnswer<Wish, Found> finder;
  private final CompareBar bar;
  private final Label nameA = name();
  private final Label nameB = name();
  private final DifferenceTable table = new DifferenceTable(this::choose);
  private final BothSay said = new BothSay();
  private final SplitPane parts = new SplitPane();
  private final Label caution = new Label();
  private final Label nothing = WORDS.label("nothing");
  private Palette palette = Palette.LIGHT;
  private @Nullable LinkedTimelines timelines;
  private Alignment alignment = Alignment.START;
  private @Nullable Comparison comparison;
  private @Nullable ThingRef inA;
  private Optional<ThingRef> selected = Optional.empty();

  /** What is compared, and how. */
  private record Wish(Timeline a, Timeline b, Alignment alignment, Optional<Stretch> stretch) {
    private boolean isLike(Wish other) {
      return a.isOfRun(other.a)
          && b.isOfRun(other.b)
          && alignment.equals(other.alignment)
          && stretch.equals(other.stretch);
    }

    private boolean isOf(Comparison found) {
      return found.a().isOfRun(a) && found.b().isOfRun(b);
    }
  }

  /** What came of it; nothing where something has none of a name. */
  private record Found(Wish wish, Optional<Comparison> comparison) {}

  /** What the window does for it. */
  public interface Wishes {
    /** Asks for another recording to compare with. */
    void another();

    void leave();
  }

  public ComparePane(Session session, Wishes wishes) {
    this.session = session;
    this.wishes = wishes;
    setId("compare");
    getStyleClass().add("compare");
    finder = new SlowAnswer<>(ComparePane::find, Wish::isLike, this::found);
    bar = new CompareBar(this::align, table::all, this::fit, wishes);
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    caution.setId("compare-caution");
    caution.getStyleClass().add("danger");
    caution.setPadding(new Insets(4, 12, 0, 12));
    caution.setWrapText(true);
    caution.setMinHeight(Region.USE_PREF_SIZE);
    HBox figures = new HBox(table, said);
    HBox.setHgrow(table, Priority.ALWAYS);
    VBox.setVgrow(figures, Priority.ALWAYS);
    figures.setMinHeight(0);
    VBox below = new VBox(4, caution, figures);
    below.setMinHeight(0);
    parts.setOrientation(Orientation.VERTICAL);
    parts.getItems().add(below);
    widthProperty().addListener((_, _, width) -> said.present(width.doubleValue()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setTop(bar);
    setMinSize(0, 0);
  }

  private static Label name() {
    Label label = new Label();
    label.getStyleClass().add("run-name");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  public boolean isOpen() {
    return timelines != null;
  }

  /** Begins to show, until it is left. */
  public void open() {
    if (timelines != null) {
      return;
    }
    LinkedTimelines both =
        new LinkedTimelines(
            time -> {
              if (time == Timeline.OPEN) {
                session.live();
              } else {
                session.seek(time);
              }
            });
    both.first().onSelected(thing -> selectInA(both, thing));
    both.second().onSelected(thing -> session.select(Optional.ofNullable(thing)));
    annotate(both);
    both.palette(palette);
    timelines = both;
    parts
        .getItems()
        .addAll(0, java.util.List.of(part(nameA, both.first()), part(nameB, both.second())));
    parts.setDividerPositions(0.36, 0.74);
  }

  /** Marks, ranges and menus are the same in both, by the clock of the second. */
  private void annotate(LinkedTimelines both) {
    CompareMenu menu = new CompareMenu(session, new MenuWishes(both));
    both.first()
        .onMenu(
            (thing, time) -> menu.of(true, both.first()::getTimeline, thing, time, both.shift()));
    both.second()
        .onMenu(
            (thing, time) ->
                menu.of(false, both.second()::getTimeline, thing, time, OptionalLong.of(0)));
    both.second().onMarked(session::mark);
    both.first()
        .onMarked(
            marks ->
                both.shift().ifPresent(later -> session.mark(LinkedTimelines.later(marks, later))));
    both.second().onRanged(range -> session.range(Optional.ofNullable(range)));
    both.first()
        .onRanged(
            range ->
                both.shift()
                    .ifPresent(
                        later ->
                            session.range(
                                Optional.ofNullable(range)
                                    .map(it -> LinkedTimelines.later(it, later)))));
  }

  private final class MenuWishes implements CompareMenu.Wishes {
    private final LinkedTimelines both;

    MenuWishes(LinkedTimelines both) {
      this.both = both;
    }

    @Override
    public void zoom(boolean first, ThingRef thing) {
      if (first) {
        selectInA(both, thing);
      } else {
        session.select(thing);
      }
      both.goTo(first ? thing : null, first ? null : thing);
    }

    @Override
    public @Nullable ThingRef partner(boolean first, ThingRef thing) {
      Comparison known = comparison;
      Timeline of = (first ? both.first() : both.second()).getTimeline();
      return known == null || of == null
          ? null
          : known.partners().counterpart(row(of, thing), first);
    }

    @Override
    public void fit() {
      ComparePane.this.fit();
    }

    @Override
    public void leave() {
      wishes.leave();
    }
  }

  private static Node part(Label name, TimelineView timeline) {
    BorderPane part = new BorderPane(timeline, name, null, null, null);
    part.setMinHeight(0);
    return part;
  }

  /** Shows nothing any more. */
  public void leave() {
    if (timelines != null) {
      timelines.close();
      timelines = null;
      parts.getItems().remove(0, 2);
    }
    finder.forget();
    comparison = null;
  }

  @Override
  public void show(Frame frame) {
    LinkedTimelines both = timelines;
    if (both == null) {
      return;
    }
    Optional<Session.Earlier> earlier = session.earlier();
    if (earlier.isEmpty() || !frame.hasRun()) {
      setCenter(nothing);
      return;
    }
    setCenter(parts);
    Timeline a = earlier.get().run().timeline();
    Timeline b = frame.timeline();
    String titleA = RunTitle.of(earlier.get().origin(), earlier.get().run().lesson(), a);
    text(nameA, "A  " + titleA + part(true));
    frame
        .shown()
        .ifPresent(
            from ->
                text(
                    nameB,
                    "B  "
                        + RunTitle.of(from, session.take().flatMap(RecordedRun::lesson), b)
                        + part(false)));
    TimeText.by(b); // a title is written by the clock of its run
    Wish wish = new Wish(a, b, alignment, frame.range().map(it -> new Stretch(it, true)));
    finder.ask(wish);
    Comparison known = comparison;
    if (known != null && !wish.isOf(known)) {
      comparison = null;
      known = null;
      inA = null;
    }
    both.show(a, b, known == null ? Shift.start(a, b) : known.shift());
    both.playhead(frame.playhead());
    both.annotate(session.marks(), frame.range().orElse(null), frame.path().orElse(null));
    text(caution, known == null ? "" : known.caution());
    caution.setVisible(!caution.getText().isEmpty());
    caution.setManaged(caution.isVisible());
    select(frame, both);
  }

  /** Which part of that run is compared; empty where all of it is. */
  private String part(boolean first) {
    Comparison known = comparison;
    if (known == null || known.stretch() == null) {
      return "";
    }
    TimeRange part = first ? known.partOfA() : known.partOfB();
    long start = (first ? known.a() : known.b()).start();
    return "   "
        + WORDS.get("part", Durations.show(part.from() - start), Durations.show(part.to() - start));
  }

  private static void text(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  /** What is selected in the second run has its partner selected in the first. */
  private void select(Frame frame, LinkedTimelines both) {
    Comparison known = comparison;
    if (!frame.selection().equals(selected)) {
      selected = frame.selection();
      ThingRef row = row(frame.timeline(), selected.orElse(null));
      ThingRef other = known == null ? null : known.partners().counterpart(row, false);
      inA = other == null && selected.isPresent() && inA != null && row == null ? inA : other;
    }
    both.select(inA, selected.orElse(null));
    said.show(both.first().getTimeline(), inA, frame.timeline(), selected.orElse(null), known);
  }

  private static @Nullable ThingRef row(Timeline of, @Nullable ThingRef thing) {
    return thing == null ? null : TrackKinds.STANDARD.owner(of, thing);
  }

  private void selectInA(LinkedTimelines both, @Nullable ThingRef thing) {
    Comparison known = comparison;
    Timeline a = both.first().getTimeline();
    ThingRef other =
        known == null || a == null ? null : known.partners().counterpart(row(a, thing), true);
    selected = Optional.ofNullable(other);
    session.select(selected);
    inA = thing;
  }

  private void choose(Difference row) {
    selected = Optional.ofNullable(row.inB());
    session.select(selected);
    inA = row.inA();
    if (timelines != null) {
      timelines.goTo(row.inA(), row.inB());
    }
  }

  private static Found find(Wish wish, Patience patience) {
    Stretch stretch = wish.stretch.orElse(null);
    return new Found(wish, Comparison.of(wish.a, wish.b, wish.alignment, stretch, patience));
  }

  private void found(Found found) {
    bar.unknown(found.comparison.isEmpty());
    if (found.comparison.isEmpty() || timelines == null) {
      return;
    }
    comparison = found.comparison.get();
    selected = Optional.empty(); // its partner is known now
    table.show(found.comparison.get());
  }

  private void align(Alignment wanted) {
    alignment = wanted;
  }

  private void fit() {
    if (timelines != null) {
      timelines.fit();
    }
  }

  private void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof javafx.scene.control.TextInputControl;
    if (!typing
        && TimelineKeys.of(event).filter(TimelineKeys.Function.FIT_ALL::equals).isPresent()) {
      fit();
      event.consume();
    }
  }

  /** Does what a key of the timeline asks for, in the run in sight. */
  public boolean perform(TimelineKeys.Function function) {
    if (timelines == null) {
      return false;
    }
    if (function == TimelineKeys.Function.FIT_ALL) {
      timelines.fit();
    } else {
      timelines.second().perform(function);
    }
    return true;
  }

  public void palette(Palette other) {
    palette = other;
    if (timelines != null) {
      timelines.palette(other);
    }
  }
}
