package interleave.timeline.derive.column;

/** How many wait at a thing, in steps, and how long the waits that are over took. */
public final class WaitTotals {
  public final WaiterSteps steps = new WaiterSteps();
  private int waiting;
  private long ns;
  private long longestNs;

  /** One more waits. */
  public void begin(long time) {
    steps.add(time, ++waiting);
  }

  /** One of them waits no longer. */
  public void end(long time) {
    steps.add(time, --waiting);
  }

  /** A wait, or several of which the longest took so long, took {@code took} in all. */
  public void add(long took, long longest) {
    ns += took;
    longestNs = Math.max(longestNs, longest);
  }

  /** How many wait now. */
  public int waiting() {
    return waiting;
  }

  /** How long all took together. */
  public long ns() {
    return ns;
  }

  public long longestNs() {
    return longestNs;
  }
}
