package interleave.timeline.derive.seen;

import interleave.timeline.Deadlock;
import interleave.timeline.Sightings;
import interleave.timeline.column.ObjectColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what threads were seen doing, in the order of time. */
public final class SeenBuilder {
  private final SeenColumns seen = new SeenColumns();
  private final SeenRings rings = new SeenRings(seen);
  private final ObjectColumn<Sightings.Moment> moments = new ObjectColumn<>();

  /** The first row of the moment that is being told. */
  private int first;

  /** What a thing is called, and which lock it is. */
  public interface Things {
    String name(int thing);

    /** -1 where it has no track. */
    int lock(int thing);
  }

  public boolean isEmpty() {
    return moments.size() == 0;
  }

  /**
   * A thread was seen.
   *
   * @param thing index of what it waits for, or -1
   * @param owner lane of who has that by the file's word, or -1
   * @param label as the file says when that was; with the first thread of a moment
   */
  public void seen(
      int process,
      int lane,
      int flags,
      int thing,
      int owner,
      int site,
      int stack,
      long time,
      @Nullable String label) {
    int last = moments.size() - 1;
    Sightings.Moment now = last < 0 ? null : moments.get(last);
    if (now == null || now.time() != time || now.process() != process) {
      close();
      moments.add(new Sightings.Moment(time, process, label == null ? "" : label, 1));
      first = seen.times.size();
    } else {
      String told = now.label().isEmpty() && label != null ? label : now.label();
      moments.set(last, new Sightings.Moment(time, process, told, now.threads() + 1));
    }
    seen.seen(lane, flags, thing, owner, site, stack, moments.size() - 1, time);
  }

  /** A thread was seen to hold a lock. */
  public void held(int lane, int thing, int site, long time) {
    seen.held(lane, thing, site, time);
  }

  /** The moment that was being told is over. */
  public void close() {
    if (moments.size() > 0 && first < seen.times.size()) {
      Sightings.Moment now = moments.get(moments.size() - 1);
      rings.look(now.process(), first, seen.times.size(), now.time());
      first = seen.times.size();
    }
  }

  /**
   * The rings among them.
   *
   * @param from the index of the first
   */
  public List<Deadlock> rings(int from, Things things) {
    return rings.view(from, things::lock);
  }

  public Sightings view(Things things) {
    return isEmpty() ? Sightings.NONE : new SeenView(seen, moments.view(), things);
  }
}
