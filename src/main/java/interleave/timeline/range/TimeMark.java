package interleave.timeline.range;

/**
 * A moment that the user marked.
 *
 * @param note what the user wrote there; may be empty
 */
public record TimeMark(long time, String note) implements Comparable<TimeMark> {
  public TimeMark(long time) {
    this(time, "");
  }

  @Override
  public int compareTo(TimeMark other) {
    return Long.compare(time, other.time);
  }
}
