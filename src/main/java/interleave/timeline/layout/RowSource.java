package interleave.timeline.layout;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of track as far as the layout is concerned: which rows it has, where, and how high. */
public interface RowSource {
  String name();

  /** Its rows, in the order in which they stand below each other. */
  List<Place> places(Timeline timeline, Folds folds);

  /** Rows that may be very many, below those of {@link #places}. */
  default List<Stretch> stretches(Timeline timeline, Folds folds) {
    return List.of();
  }

  /** Processes of which nothing is shown, by whatever source. */
  default Set<Integer> hidden(Timeline timeline, Folds folds) {
    return Set.of();
  }

  double height(Timeline timeline, int index, Folds folds);

  /** What a row shows; null where that is nothing that one could select. */
  default @Nullable ThingRef thing(Timeline timeline, int index) {
    return null;
  }

  /** What a row is called, with its process where it is in one; empty where it has no name. */
  default String called(Timeline timeline, int index) {
    return "";
  }

  /**
   * Rows of equal height below each other, inside a process.
   *
   * @param indices of the things; where one stands among them should cost little
   */
  record Stretch(List<Integer> indices, int process, double each) {}

  /**
   * Where a row belongs.
   *
   * @param index of the thing in its list of the timeline
   * @param process the row stands below that process' header, or {@link #LAST}
   */
  record Place(int index, int process, Position position) {
    public static final int LAST = Integer.MAX_VALUE;

    /** In place of a process: below all that are shown, and above those that serve a library. */
    public static final int PROCESSES = LAST - 1;

    public static Place header(int process) {
      return new Place(process, process, Position.HEADER);
    }

    public static Place inside(int index, int process) {
      return new Place(index, process, Position.INSIDE);
    }

    public static Place between(int index, int process) {
      return new Place(index, process, Position.BETWEEN);
    }
  }

  /** Where a row stands with regard to a process. */
  enum Position {
    /** Before all others, by the user's wish. */
    FIRST,
    HEADER,
    /** Below the header, hidden when the process is collapsed. */
    INSIDE,
    /** After the process and before the next. */
    BETWEEN
  }
}
