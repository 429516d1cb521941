package interleave.view.session;

import java.util.HashSet;
import java.util.Set;

/**
 * What stays covered in the teacher's view until somebody uncovers it, so that a class may think
 * first. Where the view is not on, nothing is covered.
 *
 * @param on whether the view is on
 * @param open what was uncovered
 */
public record Covers(boolean on, Set<Part> open) {
  /** Nothing is covered. */
  public static final Covers NONE = new Covers(false, Set.of());

  /** What gives something away. */
  public enum Kind {
    /** What the run has answered to the question of the lesson. */
    ANSWER,
    /** What there is to see in the picture. */
    SEE,
    /** What came of an attempt at the exercise. */
    VERDICT,
    HINT,
    SOLUTION,
    /** A way in which the program ends; by its place in the list. */
    ENDING,
    /** What all endings together say. */
    CONCLUSION
  }

  /**
   * One thing that is covered by itself.
   *
   * @param number where there are several of a kind; else 0
   */
  public record Part(Kind kind, int number) {
    public Part(Kind kind) {
      this(kind, 0);
    }
  }

  public Covers {
    open = Set.copyOf(open);
  }

  /** Whether that is not to be seen now. */
  public boolean hides(Part part) {
    return on && !open.contains(part);
  }

  /** The same of what there is one of only. */
  public boolean hides(Kind kind) {
    return hides(new Part(kind));
  }

  /** That may be seen. */
  Covers without(Part part) {
    Set<Part> more = new HashSet<>(open);
    more.add(part);
    return new Covers(on, more);
  }

  /** All of that kind is covered anew. */
  Covers with(Kind kind) {
    Set<Part> fewer = new HashSet<>(open);
    fewer.removeIf(part -> part.kind() == kind);
    return new Covers(on, fewer);
  }

  /** All is covered anew, or nothing is any more. */
  static Covers all(boolean on) {
    return new Covers(on, Set.of());
  }
}
