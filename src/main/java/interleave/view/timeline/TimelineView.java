package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.RowChoice;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.StartBreak;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.SpokenWords;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * A timeline to look at: overview, ruler, headers, lanes, tracks, legend and playhead. Set {@link
 * #timelineProperty() timeline} to the newest snapshot as often as you like; it is painted once a
 * frame. Keys and mouse are told in {@link TimelineKeys} and {@link TimelineBehavior}.
 */
public final class TimelineView extends Control {
  private static final SpokenWords WORDS = SpokenWords.of("view/timeline");
  private static final long YOUNG = 2_000_000_000;
  private static final Viewport FIRST_SECOND = Viewport.of(0, 1_000_000_000);

  private final ObjectProperty<@Nullable Timeline> timeline = new SimpleObjectProperty<>();
  private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(FIRST_SECOND);
  private final ObjectProperty<Viewport> target = new SimpleObjectProperty<>(FIRST_SECOND);
  private final LongProperty playhead = new SimpleLongProperty(Timeline.OPEN);
  private final ObjectProperty<@Nullable ThingRef> selection = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable ThingRef> hovered = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty following = new SimpleBooleanProperty(true);
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
  private final DoubleProperty leastGutter = new SimpleDoubleProperty();
  private final ObjectProperty<Folds> folds = new SimpleObjectProperty<>(Folds.NONE);
  private final ObjectProperty<@Nullable FrameTimes> frameTimes = new SimpleObjectProperty<>();
  private Consumer<@Nullable ThingRef> selected = _ -> {};
  private LongConsumer sought = _ -> {};
  private ThingActions actions = (_, _) -> List.of();
  private final InvalidationListener spoken = _ -> tell(getSelection());
  private boolean stepping;

  /** What is drawn together at the beginning, and of what that was found out. */
  private AxisBreak gap = AxisBreak.NONE;

  private @Nullable Timeline rowsOf;
  private long gapOf = Timeline.OPEN;
  private long gapUntil = Timeline.OPEN;
  private boolean gapLive;
  private boolean gapOpened;
  private long shownUntil = Timeline.OPEN;
  private final ObjectProperty<@Nullable TimeRange> range = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable CriticalPath> path = new SimpleObjectProperty<>();
  private Consumer<@Nullable TimeRange> ranged = _ -> {};
  private Consumer<List<TimeMark>> marked = _ -> {};
  private final ObjectProperty<List<TimeMark>> bookmarks = new SimpleObjectProperty<>(List.of());

  public TimelineView() {
    getStyleClass().add("timeline-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    tell(null);
    SpokenWords.languageProperty().addListener(new WeakInvalidationListener(spoken));
    timeline.addListener((_, old, now) -> adopt(old, now));
    selection.addListener((_, _, thing) -> tell(thing));
    folds.addListener(_ -> breakStart());
    viewport.addListener(
        (_, _, window) -> {
          if (!stepping) {
            target.set(window);
          }
        });
  }

  /** The snapshot that is shown; null shows an empty timeline. */
  public ObjectProperty<@Nullable Timeline> timelineProperty() {
    return timeline;
  }

  /** The window as it is at this frame; setting it ends an animation. */
  public ObjectProperty<Viewport> viewportProperty() {
    return viewport;
  }

  /** Where the window is on its way to; equal to the viewport when nothing moves. */
  ObjectProperty<Viewport> targetProperty() {
    return target;
  }

  /** In the timeline's own nanoseconds; {@link Timeline#OPEN} for none. */
  public LongProperty playheadProperty() {
    return playhead;
  }

  public ObjectProperty<@Nullable ThingRef> selectionProperty() {
    return selection;
  }

  /**
   * Hears what the user selects, null for nothing. Setting the property is no news to it, so that
   * whoever decides what is selected may do so from there.
   */
  public void onSelected(Consumer<@Nullable ThingRef> listener) {
    selected = listener;
  }

  /**
   * Hears where the user moves the playhead, as {@link #onSelected} does; {@link Timeline#OPEN}:
   * along with a run that goes on.
   */
  public void onSought(LongConsumer listener) {
    sought = listener;
  }

  /** Says what can be done to a thing, for the menu. */
  public void onMenu(ThingActions offered) {
    actions = offered;
  }

  ThingActions actions() {
    return actions;
  }

  /** Does what a key asks for, wherever it was pressed. */
  public void perform(TimelineKeys.Function function) {
    if (getSkin() instanceof TimelineSkin skin) {
      skin.behavior().run(function);
    }
  }

  /** The user selects; it is seen at once, and the next key goes on from there. */
  void select(@Nullable ThingRef thing) {
    selection.set(thing);
    selected.accept(thing);
  }

  /** The user moves the playhead; it is seen at once. */
  void seek(long time) {
    if (time != Timeline.OPEN) {
      playhead.set(time);
    }
    sought.accept(time);
  }

  /** What the pointer is over. */
  public ReadOnlyObjectProperty<@Nullable ThingRef> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  void setHovered(@Nullable ThingRef thing) {
    hovered.set(thing);
  }

  /** Whether the window keeps up with a live run. Moving the window by hand ends it. */
  public BooleanProperty followingProperty() {
    return following;
  }

  public ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  public ObjectProperty<Folds> foldsProperty() {
    return folds;
  }

  /** Is told how long frames take; null while nobody wants to know. */
  public ObjectProperty<@Nullable FrameTimes> frameTimesProperty() {
    return frameTimes;
  }

  /** Up to when what happened is in the picture; {@link Timeline#OPEN} for nothing yet. */
  public long shownUntil() {
    return shownUntil;
  }

  void setShownUntil(long time) {
    shownUntil = time;
  }

  /** How wide the column of names is at least, so that axes below each other begin together. */
  public DoubleProperty leastGutterProperty() {
    return leastGutter;
  }

  /** How wide it is; 0 before there is a picture. */
  public double getGutter() {
    return getSkin() instanceof TimelineSkin skin ? skin.gutter() : 0;
  }

  /** How high it would have to be for all rows that are not folded away; 0 before it is known. */
  public double getNeededHeight() {
    return getSkin() instanceof TimelineSkin skin ? skin.picture().contentHeight() : 0;
  }

  /** The range that is asked about; null for none. */
  public ObjectProperty<@Nullable TimeRange> rangeProperty() {
    return range;
  }

  /** Hears what range the user asks about, null for none, as {@link #onSelected} does. */
  public void onRanged(Consumer<@Nullable TimeRange> listener) {
    ranged = listener;
  }

  /** The user asks about a range; it is seen at once. */
  void ask(@Nullable TimeRange asked) {
    range.set(asked);
    ranged.accept(asked);
  }

  /** The critical path that is drawn; null for none. */
  public ObjectProperty<@Nullable CriticalPath> pathProperty() {
    return path;
  }

  /** Hears what moments the user marks, as {@link #onSelected} does. */
  public void onMarked(Consumer<List<TimeMark>> listener) {
    marked = listener;
  }

  /** The user marks; it is seen at once. */
  void mark(List<TimeMark> marks) {
    bookmarks.set(List.copyOf(marks));
    marked.accept(List.copyOf(marks));
  }

  /** Times that were marked with M, in their order. */
  public ObjectProperty<List<TimeMark>> bookmarksProperty() {
    return bookmarks;
  }

  public List<TimeMark> bookmarks() {
    return bookmarks.get();
  }

  public @Nullable Timeline getTimeline() {
    return timeline.get();
  }

  public Viewport getViewport() {
    return viewport.get();
  }

  public @Nullable ThingRef getSelection() {
    return selection.get();
  }

  /** Where a moment lies in the newest picture; NaN before there is one. */
  public double xOf(long time) {
    return getSkin() instanceof TimelineSkin skin
        ? skin.frame().scale(getViewport()).x(time)
        : Double.NaN;
  }

  /** Goes to that window smoothly. */
  public void moveTo(Viewport window) {
    Timeline shown = timeline.get();
    target.set(shown == null ? window : window.clamp(shown.start(), shown.now()));
  }

  /** A step on the way to the target. */
  void step(Viewport window) {
    stepping = true;
    viewport.set(window);
    stepping = false;
  }

  /** Goes there at once. */
  public void jumpTo(Viewport window) {
    if (!window.equals(viewport.get()) || !window.equals(target.get())) {
      viewport.set(window);
      target.set(window);
    }
  }

  /** Shows the whole run. */
  public void fitAll() {
    Timeline shown = timeline.get();
    if (shown != null) {
      moveTo(whole(shown).scrolled(target.get().scroll()));
    }
  }

  /** Shows a thing with some room around it. */
  public void fit(ThingRef thing) {
    Timeline shown = timeline.get();
    Extent extent = shown == null ? null : Extent.of(shown, thing);
    if (extent != null) {
      following.set(false);
      if (extent.to() <= target.get().gap().to()) {
        folds.set(folds.get().toggleStart());
      }
      double scroll = target.get().scroll();
      Viewport tight = target.get().gap().window(extent.from(), extent.to());
      double margin = 0.2 * tight.length();
      moveTo(tight.lengthened(tight.length() + 2 * margin).pan(-margin).scrolled(scroll));
    }
  }

  private Viewport whole(Timeline shown) {
    return LiveWindow.whole(shown, gap(shown));
  }

  /**
   * What is drawn together at the beginning. It is found out anew while that still grows, and not
   * with each snapshot: a run may have very many things of which one was the first.
   */
  private AxisBreak gap(Timeline shown) {
    boolean opened = folds.get().opensStart();
    boolean young = shown.now() - shown.start() < YOUNG;
    boolean grew = gap.to() >= gapUntil;
    boolean same =
        gapOf == shown.start() && gapOpened == opened && gapLive == shown.live() && !grew && !young;
    if (!same) {
      gap = StartBreak.of(shown, folds.get());
      gapOpened = opened;
      gapLive = shown.live();
      gapOf = shown.start();
      gapUntil = shown.now();
    }
    return gap;
  }

  /** The beginning is drawn together, or no longer: what is in sight stays so. */
  private void breakStart() {
    Timeline shown = timeline.get();
    if (shown == null) {
      return;
    }
    AxisBreak now = gap(shown);
    Viewport aim = target.get();
    if (now.equals(aim.gap()) && now.equals(viewport.get().gap())) {
      return;
    }
    step(viewport.get().broken(now));
    boolean follows = shown.live() && following.get();
    boolean all = aim.first() <= shown.start() && (follows || aim.end() >= shown.now());
    target.set(all ? whole(shown).scrolled(aim.scroll()) : aim.broken(now));
  }

  /** What screen readers say. */
  private void tell(@Nullable ThingRef thing) {
    Timeline shown = timeline.get();
    setAccessibleText(
        shown == null || thing == null
            ? WORDS.get("timeline")
            : WORDS.get("timeline.about", about(shown, thing)));
  }

  private static String about(Timeline shown, ThingRef thing) {
    return TrackKinds.STANDARD.tooltip(shown, thing).stream()
        .reduce((before, next) -> WORDS.get("list.comma", before, next))
        .orElse("");
  }

  private void adopt(@Nullable Timeline old, @Nullable Timeline now) {
    if (now == null) {
      return;
    }
    boolean another = old == null || !old.isOfRun(now);
    if (another) {
      gapOf = Timeline.OPEN;
      rowsAreOf(now);
    }
    if (old == null || another || old.start() != now.start()) {
      jumpTo(whole(now));
    } else if (old.live() && !now.live() && target.get().first() <= now.start()) {
      breakStart();
      moveTo(whole(now).scrolled(target.get().scroll())); // the run has ended
    } else {
      breakStart();
    }
  }

  /**
   * Another run has other things; how its threads are sorted may be the same. Where for a while
   * nothing is shown they are still of the run before.
   */
  private void rowsAreOf(Timeline run) {
    Timeline before = rowsOf;
    if (run.processes().isEmpty()) {
      return;
    }
    rowsOf = run;
    if (before != null && !before.isOfRun(run)) {
      Folds now = folds.get();
      folds.set(now.with(RowChoice.ALL.in(now.rows().order())));
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new TimelineSkin(this);
  }
}
