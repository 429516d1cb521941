package interleave.timeline.tableau;

import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is where at one moment: the threads and what they do, and between them the locks, queues and
 * variables that they share.
 *
 * @param ring the order in which threads and locks stand in a ring, null where they do not
 * @param more how many threads are alive but left out
 */
public record Tableau(
    List<Actor> actors,
    List<Pill> locks,
    List<Pipe> queues,
    List<Cell> variables,
    @Nullable TableauRing ring,
    int more) {

  /**
   * A thread, or a process of one thread.
   *
   * @param lane negative for a process of which no thread runs yet: -1 - its index
   * @param copy the value of a variable as this thread knows it, null for none
   * @param next what it would do next, null where nobody says who goes on
   */
  public record Actor(
      int lane,
      String name,
      ThreadState state,
      boolean ended,
      String does,
      @Nullable String copy,
      Choices.@Nullable Next next) {}

  /**
   * A lock or synchronizer, which lanes hold it and which wait for it.
   *
   * @param note where it stands, such as the permits that are free; empty for none
   */
  public record Pill(
      ThingRef thing, String title, String note, List<Integer> holders, List<Integer> waiters) {}

  /**
   * A queue or a pool, who puts in and takes out, and what is in it, the next to be taken first.
   *
   * @param thing the queue or pool
   * @param more how many there are besides the beads
   */
  public record Pipe(
      ThingRef thing,
      String name,
      List<Integer> putters,
      List<Integer> getters,
      List<Bead> beads,
      int more) {}

  /** A message or task and how far it has come, from 0 just put to 1 got; NaN when nobody knows. */
  public record Bead(ThingRef thing, String text, double progress, boolean lost) {}

  /**
   * A variable, its value, and the access that is the last at that moment.
   *
   * @param lane which made the access, -1 for none
   * @param loses whether updates of it are lost in the run: there is room for the note
   * @param note that an update was just lost, or null
   */
  public record Cell(
      int variable,
      String name,
      String value,
      int lane,
      boolean write,
      String moved,
      boolean loses,
      @Nullable String note) {}
}
