package interleave.timeline;

/**
 * One thread. {@code service} lanes belong to tools or libraries and are folded away unless asked
 * for. {@code holds} tells which locks it held when: the state is always RUNNING, {@code object}
 * the lock's index; holds may overlap.
 *
 * @param id unlike that of any other of its process, and of nobody else's making
 * @param number what the system calls it, or the file of another tool; 0 where neither is told
 */
public record ThreadLane(
    int index,
    int process,
    long id,
    long number,
    String name,
    Kind kind,
    boolean daemon,
    boolean service,
    long start,
    long end,
    Spans spans,
    Spans holds) {
  public enum Kind {
    PLATFORM,
    VIRTUAL,
    /** A platform thread of the JVM's that runs virtual ones: its spans say which. */
    CARRIER,
    TASK
  }

  /** Whether nothing is told of what it did. */
  public boolean isSilent() {
    return spans.size() == 0 || spans.size() == 1 && spans.state(0) == ThreadState.NOT_TOLD;
  }

  /** Whether only the system has told of it: no tracer gives a thread such an id. */
  public boolean untold() {
    return (int) id < 0;
  }
}
