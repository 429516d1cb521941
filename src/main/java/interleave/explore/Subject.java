package interleave.explore;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A program that can be run in the order that is asked for, as often as one likes. */
public interface Subject {
  /**
   * Runs it once from its beginning.
   *
   * @throws IOException where no run comes about, with a sentence; the next one may
   */
  Trace run(Order order) throws IOException;

  /**
   * Hears which orders will be asked for next, as far as that can be told, so that they may be run
   * before they are.
   *
   * @param orders the first is asked for now; of the others some never may be
   */
  default void expect(List<Order> orders) {}

  /**
   * In which order its threads are to go on.
   *
   * @param schedule who goes on at the first choices
   * @param chooser who decides at the choices after those; without one, the thread that ran last
   *     goes on while it can, else the first of those that can
   * @param steps how many steps it may take
   */
  record Order(List<ThreadId> schedule, Optional<Chooser> chooser, int steps) {
    public Order {
      schedule = List.copyOf(schedule);
    }
  }

  /** Decides while a run goes on. */
  interface Chooser {
    /**
     * Who goes on.
     *
     * @param steps how many steps have been taken
     * @param enabled who can, at least two
     * @return one of them; empty to give the run up
     */
    Optional<ThreadId> choose(int steps, List<ThreadId> enabled);
  }
}
