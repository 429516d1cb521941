package interleave.timeline.derive.host;

/** How far clocks may be off against each other. */
@FunctionalInterface
public interface Clocks {
  /** By how many ns at most the times of two lanes may be off at that time; 0 on one machine. */
  long between(int lane, int other, long time);
}
