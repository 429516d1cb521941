package interleave.timeline.compare;

/** How the times of two runs are laid over each other. */
public sealed interface Alignment {
  /** Both begin at once. */
  record AtStart() implements Alignment {}

  /** What plays the same part begins as much at once as it can: threads, tasks, phases. */
  record ByMatch() implements Alignment {}

  /**
   * Something happens in both at once.
   *
   * @param name of a thread, lock, queue, variable or phase, or a part of a line that is printed
   */
  record AtEvent(String name) implements Alignment {}

  Alignment START = new AtStart();
  Alignment MATCH = new ByMatch();

  /** As it is said on the command line and in a summary. */
  default String word() {
    return switch (this) {
      case AtStart _ -> "start";
      case ByMatch _ -> "match";
      case AtEvent(String name) -> "event=" + name;
    };
  }
}
