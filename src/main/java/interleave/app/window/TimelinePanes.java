package interleave.app.window;

import interleave.figure.FigureRun;
import interleave.figure.FigureSubject;
import interleave.file.Manifest;
import interleave.program.RunOrigin;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Viewport;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import interleave.timeline.search.Found;
import interleave.view.control.FramePane;
import interleave.view.session.EmptyTimeline;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.tableau.TableauView;
import interleave.view.timeline.TimelineKeys;
import interleave.view.timeline.TimelineView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The timeline and the tableau, which are controls with properties of their own. A frame sets the
 * properties, and nothing comes of that but a picture; what the user does there is heard apart and
 * goes to the session. Which part of the run is in sight is the timeline's own; the session is told
 * before it makes a frame. Ways to a moment or a thing that move the timeline are here too.
 */
final class TimelinePanes implements FramePane {
  private final Session session;
  private final TimelineView timeline = new TimelineView();
  private final TableauView stage = new TableauView();
  private int take = -1;
  private boolean running;
  private Optional<RunOrigin> origin = Optional.empty();
  private Optional<RunOrigin> measured = Optional.empty();

  TimelinePanes(Session session) {
    this.session = session;
    timeline.onSelected(thing -> session.select(Optional.ofNullable(thing)));
    timeline.onSought(this::seek);
    timeline.onRanged(this::range);
    timeline.onMarked(session::mark);
    stage.onSelected(thing -> session.select(Optional.of(thing)));
  }

  /** What can be done to things is offered in their menus. */
  void offer(ThingMenu menu) {
    timeline.onMenu(menu);
    stage.onMenu(menu);
  }

  TimelineView timeline() {
    return timeline;
  }

  TableauView stage() {
    return stage;
  }

  /** The part of the run that is in sight. */
  Optional<TimeRange> visible() {
    Viewport port = timeline.getViewport();
    return port.first() < port.end()
        ? new TimeRange(port.first(), port.end()).within(shown())
        : Optional.empty();
  }

  /** What is asked about in particular. */
  Optional<TimeRange> askedRange() {
    return session.range();
  }

  /** Tells the session which part of the run is in sight. */
  void tellWindow() {
    Viewport port = timeline.getViewport();
    session.window(port.first(), port.end());
  }

  @Override
  public void show(Frame frame) {
    boolean anew = frame.take() != take;
    if (anew) {
      take = frame.take();
      timeline.followingProperty().set(frame.running());
    }
    origin = frame.lesson().<RunOrigin>map(it -> it).or(frame::shown);
    boolean over = running && !frame.running();
    running = frame.running();
    timeline.timelineProperty().set(frame.timeline());
    timeline.playheadProperty().set(frame.playhead());
    timeline.selectionProperty().set(frame.selection().orElse(null));
    timeline.bookmarksProperty().set(frame.annotations().marks());
    timeline.rangeProperty().set(frame.range().orElse(null));
    timeline.pathProperty().set(frame.path().orElse(null));
    stage.timelineProperty().set(frame.timeline());
    stage.playheadProperty().set(frame.playhead());
    stage.selectionProperty().set(frame.selection().orElse(null));
    if (anew || over) {
      lead(frame);
    }
    if (over && timeline.followingProperty().get()) {
      timeline.fitAll();
    }
  }

  /** Folds or opens something of the timeline. */
  void refold(UnaryOperator<Folds> change) {
    timeline.foldsProperty().set(change.apply(timeline.foldsProperty().get()));
  }

  /** What the run is about comes directly below its threads. */
  private void lead(Frame frame) {
    String leading = origin.map(it -> RunSubject.of(it, frame.timeline())).orElse("");
    refold(folds -> folds.leading(leading));
  }

  /** Says how much height the run in sight needs. */
  void tellNeeds(PaneLayout layout) {
    boolean anew = !origin.equals(measured);
    measured = origin;
    boolean run = hasRun();
    layout.need(anew, run ? timeline.getNeededHeight() : 0, run ? stage.getNeededHeight() : 0);
  }

  void palette(Palette palette) {
    timeline.paletteProperty().set(palette);
    stage.paletteProperty().set(palette);
  }

  /** Whether there is a run in sight. */
  boolean hasRun() {
    return !(shown() instanceof EmptyTimeline);
  }

  /** What is drawn. */
  Timeline shown() {
    Timeline now = timeline.getTimeline();
    return now == null ? new EmptyTimeline() : now;
  }

  private void seek(long time) {
    if (time == Timeline.OPEN) {
      session.live();
    } else {
      session.seek(time);
    }
  }

  /** Does what a key of the timeline asks for, if there is a run to do it with. */
  boolean perform(TimelineKeys.Function function) {
    if (hasRun()) {
      timeline.perform(function);
    }
    return hasRun();
  }

  /** The same to a thing, which is selected for it. */
  void perform(TimelineKeys.Function function, ThingRef thing) {
    session.select(thing);
    timeline.selectionProperty().set(thing);
    perform(function);
  }

  /** The run in sight, as it is looked at. */
  FigureSubject subject(Manifest manifest) {
    return FigureRun.subject(shown(), manifest)
        .seen(
            timeline.foldsProperty().get(),
            timeline.playheadProperty().get(),
            timeline.getSelection(),
            timeline.pathProperty().get())
        .marked(timeline.bookmarks());
  }

  /** What of the time is asked about, else what is in sight. */
  Optional<TimeRange> pictured() {
    return session.range().or(this::visible);
  }

  /** With no range to leave it is the path that goes. */
  private void range(@Nullable TimeRange range) {
    if (range == null && session.range().isEmpty()) {
      session.askPath(false);
    }
    session.range(Optional.ofNullable(range));
  }

  /** Leaves the range or the path; false where there is none. */
  boolean leave() {
    boolean any = session.range().isPresent() || session.asksPath();
    if (any) {
      range(null);
    }
    return any;
  }

  /** The mark at the playhead; one without a note where there is none. */
  TimeMark markHere() {
    long head = timeline.playheadProperty().get();
    long time = head == Timeline.OPEN ? shown().now() : head;
    return timeline.bookmarks().stream()
        .filter(mark -> mark.time() == time)
        .findFirst()
        .orElse(new TimeMark(time));
  }

  /** Marks a moment with a note. */
  void mark(TimeMark note) {
    List<TimeMark> marks = new ArrayList<>(timeline.bookmarks());
    marks.removeIf(mark -> mark.time() == note.time());
    marks.add(note);
    session.mark(marks);
  }

  /** Asks about the time of what is selected. */
  void rangeOfSelection() {
    ThingRef selection = timeline.getSelection();
    Extent extent = selection == null ? null : Extent.of(shown(), selection);
    if (extent != null) {
      session.range(Optional.of(TimeRange.between(extent.from(), extent.to())));
    }
  }

  /** Asks about the time between the two marks around the playhead, or the first and the last. */
  void rangeOfMarks() {
    List<TimeMark> marks = timeline.bookmarks();
    if (marks.size() < 2) {
      return;
    }
    long head = timeline.playheadProperty().get();
    TimeMark from = marks.getFirst();
    TimeMark to = marks.getLast();
    for (TimeMark mark : marks) {
      from = mark.time() <= head && mark.compareTo(to) < 0 ? mark : from;
    }
    for (TimeMark mark : marks.reversed()) {
      to = mark.time() > Math.max(head, from.time()) ? mark : to;
    }
    session.range(Optional.of(TimeRange.between(from.time(), to.time())));
  }

  /** The line at which what is selected waits or is; empty where that is not known. */
  Optional<Site> selectedLine() {
    if (timeline.getSelection() instanceof ThingRef.Span(int lane, long start)
        && lane < shown().lanes().size()) {
      Spans spans = shown().lanes().get(lane).spans();
      int i = spans.at(start);
      return i < 0 || spans.site(i) == 0
          ? Optional.empty()
          : Optional.of(shown().site(spans.site(i)));
    }
    return Optional.empty();
  }

  /** Goes to a thing and a moment. */
  void goTo(ThingRef thing, long time) {
    goTo(thing);
    session.seek(time);
  }

  private Viewport window(TimeRange range) {
    return timeline.getViewport().gap().window(range.from(), range.to());
  }

  /** Moves the playhead and brings it into sight. */
  void goTo(long time) {
    session.seek(time);
    Viewport port = timeline.getViewport();
    double share = port.share(time);
    if (share < 0 || share > 1) {
      timeline.followingProperty().set(false);
      timeline.moveTo(port.pan(port.until(time) - port.length() / 2));
    }
  }

  /** Selects a thing and shows where it lies, as far as it is out of sight. */
  void goTo(ThingRef thing) {
    session.select(thing);
    Extent extent = Extent.of(shown(), thing);
    Viewport port = timeline.getViewport();
    if (extent != null && (extent.to() < port.first() || extent.from() > port.end())) {
      timeline.fit(thing);
    }
  }

  /** Shows a range from edge to edge. */
  void zoom(TimeRange range) {
    timeline.followingProperty().set(false);
    timeline.moveTo(window(range).scrolled(timeline.getViewport().scroll()));
  }

  /** Selects what was found, which unfolds it, and brings its time into sight. */
  void goTo(Found.Hit hit) {
    if (!hit.kind().moment()) {
      goTo(hit.thing());
      return;
    }
    session.select(hit.thing());
    Extent extent = Extent.of(shown(), hit.thing());
    if (extent != null) {
      goTo(extent.from());
    }
  }

  /** Selects a thing and shows it with some room around it. */
  void zoomTo(ThingRef thing) {
    session.select(thing);
    timeline.fit(thing);
  }

  /** Goes to a lost update: selects it, zooms to it, and puts the playhead on its last step. */
  void goTo(ThingRef.LostUpdate lost) {
    Timeline now = shown();
    if (lost.variable() >= now.variables().size()) {
      return;
    }
    VariableTrack variable = now.variables().get(lost.variable());
    if (lost.index() < 0 || lost.index() >= variable.lostUpdates()) {
      return;
    }
    session.select(lost);
    session.seek(variable.time(variable.lostUpdate(lost.index()).overwrite()));
    timeline.fit(lost);
  }

  /** To the lost update after or before the one that is selected; the first when none is. */
  void lostUpdate(int direction) {
    if (timeline.getSelection() instanceof ThingRef.LostUpdate(int variable, int index)) {
      goTo(new ThingRef.LostUpdate(variable, index + direction));
      return;
    }
    for (VariableTrack variable : shown().variables()) {
      if (variable.lostUpdates() > 0) {
        goTo(new ThingRef.LostUpdate(variable.index(), 0));
        return;
      }
    }
  }
}
