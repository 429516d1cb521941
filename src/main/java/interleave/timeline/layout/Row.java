package interleave.timeline.layout;

/**
 * One row of the timeline.
 *
 * @param process the process it belongs to, {@link RowSource.Place#LAST} for none
 * @param top from the top of the first row
 */
public record Row(RowSource source, int index, int process, double top, double height) {
  public double bottom() {
    return top + height;
  }

  public double middle() {
    return top + height / 2;
  }

  /** The same for as long as the timeline lives. */
  public String key() {
    return source.name() + " " + index;
  }
}
