package interleave.app.window;

import java.util.OptionalDouble;

/**
 * How the middle of the window is shared out from top to bottom. The timeline takes what its rows
 * need first, and has most of the room where they need little; the stage keeps what it draws, the
 * pages some lines. Where the user has dragged a divider, that pane is as high as it was made.
 */
record PaneHeights(double timeline, double stage, double pages) {
  /** The names of the pages alone. */
  static final double TABS = 34;

  private static final double LEAST_TIMELINE = 140;
  private static final double LEAST_STAGE = 76;
  private static final double STAGE = 148;
  private static final double MOST_BESIDE_ROWS = 120;
  private static final double LEAST_PAGES = 132;
  private static final double MOST_KEPT = 0.42;
  private static final double PAGES = 216;

  /** What rows and stage would need to be seen as a whole, and how low the page in front may be. */
  record Needs(double timeline, double stage, double pages) {
    static final Needs NONE = new Needs(0, 0);

    Needs(double timeline, double stage) {
      this(timeline, stage, LEAST_PAGES);
    }

    /** Rows and stage need more; panes give way to that, and do not move when there is less. */
    Needs atLeast(double moreRows, double moreStage) {
      return new Needs(Math.max(timeline, moreRows), Math.max(stage, moreStage), pages);
    }

    /** In front is a table with a bar and sentences above it, of which some rows are to be seen. */
    Needs withTable() {
      return new Needs(timeline, stage, PAGES);
    }
  }

  /** How high the user has made panes by dragging. */
  record Dragged(OptionalDouble stage, OptionalDouble pages) {
    static final Dragged NOTHING = new Dragged(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * Shares out the room.
   *
   * @param staged whether there is a stage
   * @param folded whether of the pages only their names are seen
   */
  static PaneHeights of(double room, Needs needs, Dragged dragged, boolean staged, boolean folded) {
    double stage = staged ? stage(room, needs, dragged) : 0;
    double pages = folded ? TABS : pages(room - stage, needs, dragged, staged);
    double timeline = room - stage - pages;
    if (timeline < LEAST_TIMELINE && !folded) {
      pages = Math.max(TABS, pages - (LEAST_TIMELINE - timeline));
    }
    return new PaneHeights(room - stage - pages, stage, pages);
  }

  /**
   * The same with a stage that high at least: the pages give way first, then the timeline, of which
   * something is to stay in a low window.
   */
  PaneHeights withStage(double least) {
    double most = MOST_KEPT * (timeline + stage + pages);
    double missing = Math.max(0, Math.min(least, most) - stage);
    double ofPages = Math.min(missing, Math.max(0, pages - LEAST_PAGES));
    return new PaneHeights(timeline - missing + ofPages, stage + missing, pages - ofPages);
  }

  private static double stage(double room, Needs needs, Dragged dragged) {
    if (dragged.stage.isPresent()) {
      return Math.min(dragged.stage.getAsDouble(), room * 0.5);
    }
    double free = room - needs.timeline - PAGES;
    double drawn = needs.stage > 0 ? needs.stage : STAGE;
    double least = Math.max(LEAST_STAGE, Math.min(drawn, MOST_BESIDE_ROWS));
    return Math.clamp(free, Math.min(least, room * 0.3), Math.max(STAGE, room * 0.1));
  }

  private static double pages(double room, Needs needs, Dragged dragged, boolean staged) {
    if (dragged.pages.isPresent()) {
      return Math.min(dragged.pages.getAsDouble(), room * 0.7);
    }
    double usual = Math.min(Math.max(PAGES, room * 0.3), room * (staged ? 0.45 : 0.33));
    return Math.clamp(room - needs.timeline, Math.min(needs.pages, usual), usual);
  }
}
