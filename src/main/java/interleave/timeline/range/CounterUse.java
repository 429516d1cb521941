package interleave.timeline.range;

import interleave.timeline.CounterTrack;

/**
 * What a counter came to within a range.
 *
 * @param values how many were told in it
 * @param least the least that it had, NaN where it had none; and the greatest, and the mean over
 *     time
 * @param last what it had at the end
 */
public record CounterUse(
    CounterTrack counter, int values, double least, double most, double mean, double last) {
  /** Of more values than that the mean is not asked for. */
  private static final int MOST = 5_000_000;

  public static CounterUse of(Inquiry asked, CounterTrack counter) {
    long from = asked.range().from();
    long to = Math.min(asked.range().to(), asked.timeline().now());
    int before = counter.at(from);
    int last = counter.at(to);
    double held = before < 0 ? Double.NaN : counter.value(before);
    double least = first(counter.min(from, to + 1), held);
    double most = first(counter.max(from, to + 1), held);
    return new CounterUse(
        counter,
        last - counter.at(from - 1),
        Double.isNaN(held) ? least : Math.min(least, held),
        Double.isNaN(held) ? most : Math.max(most, held),
        mean(asked, counter, Math.max(0, before), last, from, to),
        last < 0 ? Double.NaN : counter.value(last));
  }

  private static double first(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }

  private static double mean(
      Inquiry asked, CounterTrack counter, int first, int last, long from, long to) {
    if (last < first || last - first > MOST) {
      return Double.NaN;
    }
    double sum = 0;
    double time = 0;
    for (int i = first; i <= last; i++) {
      asked.patience().check(i);
      long begin = Math.max(from, counter.time(i));
      long end = i < last ? counter.time(i + 1) : to;
      sum += counter.value(i) * (end - begin);
      time += end - begin;
    }
    return time > 0 ? sum / time : counter.value(last);
  }
}
