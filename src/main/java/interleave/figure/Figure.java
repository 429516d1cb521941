package interleave.figure;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Shift;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.picture.FigureDrawing;
import interleave.timeline.picture.FigurePart;
import interleave.timeline.picture.InitialPlayhead;
import interleave.timeline.picture.StartBreak;
import interleave.timeline.picture.WholeRun;
import interleave.timeline.range.TimeRange;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import interleave.typeface.Typecase;
import interleave.words.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run as a picture of its own, made from the same marks that the screen shows: as high as its
 * rows, or in pages. The same run and options give the same marks.
 */
public final class Figure {
  /** Rows beyond are left out: no reader of pictures takes more. */
  private static final double HIGHEST = 3_000;

  private static final String CHINESE = "线程锁";

  private final FigureSubject subject;
  private final FigureOptions options;
  private final Typecase type;
  private final boolean blank;

  public Figure(FigureSubject subject, FigureOptions options, Typecase type) {
    this(subject, options, type, false);
  }

  private Figure(FigureSubject subject, FigureOptions options, Typecase type, boolean blank) {
    this.subject = subject;
    this.options = options;
    this.type = type;
    this.blank = blank;
  }

  /** The same with nothing in its rows, to draw into them, nor anything of what was marked. */
  public Figure blank() {
    return new Figure(subject.marked(List.of()), options, type, true);
  }

  /** The same in another way; one to draw into stays such a one. */
  public Figure with(FigureOptions others) {
    return new Figure(subject, others, type, blank);
  }

  public FigureOptions options() {
    return options;
  }

  public FigureSubject subject() {
    return subject;
  }

  public Typecase type() {
    return type;
  }

  public Palette palette() {
    return options.theme().palette();
  }

  /** The language of its words: English where no font here has those of the one that is wanted. */
  public Language language() {
    Language asked = options.language();
    Language wanted = asked == null ? Language.current() : asked;
    return isReadable(wanted, type) ? wanted : Language.ENGLISH;
  }

  /** Whether some font has the letters of a language. */
  public static boolean isReadable(Language language, Typecase type) {
    return language != Language.CHINESE || type.shows(CHINESE);
  }

  public FigureCaption caption() {
    return language().speaking(subject.caption());
  }

  /** The whole of it, one piece of time below the other. */
  public DisplayList whole() {
    List<DisplayList> pieces = lists(pictures(0, Timeline.OPEN));
    double height = pieces.stream().mapToDouble(DisplayList::height).sum();
    List<Mark> marks = new ArrayList<>();
    double y = 0;
    for (DisplayList piece : pieces) {
      for (Mark mark : piece.marks()) {
        marks.add(y == 0 ? mark : Shift.down(mark, y));
      }
      y += piece.height();
    }
    return new DisplayList(pieces.getFirst().width(), height, marks);
  }

  /**
   * In pages of that height, in pixels at scale 1; 0 for pages as high as what is on them. Each
   * piece of time begins a page.
   */
  public List<DisplayList> pages(double height) {
    return lists(pictures(height, Timeline.OPEN));
  }

  /** The whole of it with the playhead there. */
  public DisplayList at(long time) {
    return new Figure(subject, options.on(options.paper().in(1)), type).moment(time);
  }

  private DisplayList moment(long time) {
    return pictures(0, time).getFirst().list();
  }

  /** Its rows alone, no more than that high, for a picture too small for words. */
  public FigureDrawing.Sign sign(double height) {
    return language()
        .speaking(
            () -> {
              FigureDrawing drawing = new FigureDrawing(type, subject.caption().get(), Set.of());
              return drawing.sign(view(windows().getFirst(), Timeline.OPEN), height);
            });
  }

  /** What it shows of the run: from where to where a replay goes. */
  public TimeRange shown() {
    TimeRange range = options.range();
    Timeline timeline = subject.timeline();
    long begin = Math.max(timeline.start(), gap().to());
    return range == null ? new TimeRange(begin, Math.max(begin, timeline.now())) : range;
  }

  private static List<DisplayList> lists(List<Picture> pictures) {
    return pictures.stream().map(Picture::list).toList();
  }

  private List<Picture> pictures(double height, long moment) {
    return language().speaking(() -> drawn(height, moment));
  }

  private List<Picture> drawn(double height, long moment) {
    FigureCaption caption = subject.caption().get();
    List<Viewport> windows = windows();
    List<Picture> pages = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      Set<FigurePart> parts = parts(i, windows.size());
      FigureDrawing drawing =
          blank
              ? FigureDrawing.blank(type, caption, parts)
              : new FigureDrawing(type, caption, parts);
      View view = view(windows.get(i), moment);
      pages.addAll(height > 0 ? drawing.pages(view, height) : List.of(drawing.draw(view)));
    }
    return pages;
  }

  /** The first piece of time has the title, the last what stands below. */
  private Set<FigurePart> parts(int piece, int pieces) {
    Set<FigurePart> parts = EnumSet.noneOf(FigurePart.class);
    parts.addAll(options.parts());
    if (piece > 0) {
      parts.remove(FigurePart.TITLE);
    }
    if (piece < pieces - 1) {
      parts.remove(FigurePart.TABLEAU);
      parts.remove(FigurePart.FOOTER);
    }
    return parts;
  }

  private View view(Viewport window, long moment) {
    return new View(
        subject.timeline(),
        window,
        PictureAreas.of(width(), HIGHEST),
        folds(),
        moment == Timeline.OPEN ? playhead() : moment,
        subject.selection(),
        null,
        subject.marks(),
        null,
        subject.path());
  }

  /** Whole pixels, so that no edge is half covered. */
  private double width() {
    return Math.rint(options.paper().pixels());
  }

  /** A tableau needs a moment: that of the playhead, or else one that tells much. */
  private long playhead() {
    boolean chosen = subject.playhead() != Timeline.OPEN || subject.timeline().live();
    boolean any =
        options.parts().contains(FigurePart.TABLEAU)
            || options.parts().contains(FigurePart.PLAYHEAD);
    return chosen || !any ? subject.playhead() : telling();
  }

  /** The one that tells most, where it is shown; else the middle of what is. */
  private long telling() {
    long moment = InitialPlayhead.of(subject.timeline());
    TimeRange range = options.range();
    return range == null || range.has(moment) ? moment : range.from() + range.length() / 2;
  }

  private AxisBreak gap() {
    return StartBreak.of(subject.timeline(), subject.folds());
  }

  private List<Viewport> windows() {
    AxisBreak gap = gap();
    TimeRange range = options.range();
    int strips = options.paper().strips();
    if (range == null && strips == 1) {
      return List.of(WholeRun.window(subject.timeline(), gap));
    }
    TimeRange all = range == null ? shown() : range;
    List<Viewport> windows = new ArrayList<>();
    for (int i = 0; i < strips; i++) {
      long from = all.from() + (long) ((double) all.length() * i / strips);
      long to = all.from() + (long) ((double) all.length() * (i + 1) / strips);
      windows.add(gap.window(from, Math.max(from + 1, to)));
    }
    return windows;
  }

  /** Without the rows of threads that were not chosen, with arrows of order or without. */
  private Folds folds() {
    Set<Integer> lanes = options.lanes();
    Boolean order = options.order();
    Folds asked = subject.folds();
    Folds folds = order == null || order == asked.showsOrder() ? asked : asked.toggleOrder();
    if (lanes == null) {
      return folds;
    }
    Set<ThingRef> shown = new HashSet<>();
    for (Row row : TrackKinds.STANDARD.rows(subject.timeline(), folds).all()) {
      ThingRef thing = row.source().thing(subject.timeline(), row.index());
      if (thing != null && isChosen(thing, lanes)) {
        shown.add(thing);
      }
    }
    return folds.with(folds.rows().only(shown));
  }

  private static boolean isChosen(@Nullable ThingRef thing, Set<Integer> lanes) {
    return !(thing instanceof ThingRef.Lane(int lane)) || lanes.contains(lane);
  }
}
