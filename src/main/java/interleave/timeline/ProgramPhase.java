package interleave.timeline;

/**
 * A part of a process' run that the program told apart.
 *
 * @param lane the thread that said so, -1 when not known
 * @param end {@link Timeline#OPEN} while it goes on
 * @param work units of work done in it, 0 when its speed is not to be compared
 * @param first index of the phase that it is compared with: the first of its process that did any
 *     work, which may be itself; -1 when its speed is not to be compared
 */
public record ProgramPhase(
    int index, int process, int lane, String name, long start, long end, long work, int first) {

  /** Units of work a second; NaN where that is not known. */
  public double speed() {
    return work == 0 || end == Timeline.OPEN || end <= start
        ? Double.NaN
        : work * 1e9 / (end - start);
  }

  /**
   * How many times as fast as the phase it is compared with, as it was measured; NaN while that is
   * not known.
   */
  public double speedUp(Timeline timeline) {
    return first < 0 ? Double.NaN : speed() / timeline.phases().get(first).speed();
  }

  /** {@code 1.97×}, or nothing where the speed-up is not known. */
  public String showSpeedUp(Timeline timeline) {
    double times = speedUp(timeline);
    return Double.isNaN(times) ? "" : show(times);
  }

  private static String show(double times) {
    String format = times < 10 ? "%.2f\u00d7" : times < 100 ? "%.1f\u00d7" : "%.0f\u00d7";
    return String.format(java.util.Locale.ROOT, format, times);
  }
}
