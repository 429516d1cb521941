package interleave.timeline.layout;

import interleave.timeline.ThingRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the user wants to see, and in which order. Pinned rows stand first and show in any
 * case; a process shows where any of its rows does.
 *
 * @param order of the threads of a process
 * @param filter what the name of a row has in it, or that of its process; empty for all
 * @param pinned what stands first
 * @param only what shows and nothing else; null for all
 */
public record RowChoice(
    Order order, String filter, List<ThingRef> pinned, @Nullable Set<ThingRef> only) {
  public static final RowChoice ALL = new RowChoice(Order.USUAL, "", List.of(), null);

  /** By what threads of a process are sorted: the earliest, the first, or the longest on top. */
  public enum Order {
    /** As they were made. */
    USUAL,
    START,
    NAME,
    RUNNING,
    WAITING
  }

  public RowChoice {
    filter = filter.strip();
    pinned = List.copyOf(pinned);
    only = only == null ? null : Set.copyOf(only);
  }

  public RowChoice in(Order other) {
    return new RowChoice(other, filter, pinned, only);
  }

  public RowChoice filtered(String text) {
    return new RowChoice(order, text, pinned, only);
  }

  /** With nothing but those; null for all. */
  public RowChoice only(@Nullable Set<ThingRef> things) {
    return new RowChoice(order, filter, pinned, things);
  }

  /** That thing's row comes first, or back to its place. */
  public RowChoice togglePin(ThingRef thing) {
    List<ThingRef> other = new ArrayList<>(pinned);
    if (!other.remove(thing)) {
      other.add(thing);
    }
    return new RowChoice(order, filter, other, only);
  }

  /** Somebody wants to see that thing, so nothing may hide it. */
  public RowChoice revealing(ThingRef thing, String title) {
    if (shows(thing, title)) {
      return this;
    }
    Set<ThingRef> more = only == null ? null : new HashSet<>(only);
    if (more != null) {
      more.add(thing);
    }
    return new RowChoice(order, fits(title) ? filter : "", pinned, more);
  }

  /** Whether all rows show in their usual order. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** Whether some rows may be hidden. */
  public boolean hides() {
    return !filter.isEmpty() || only != null;
  }

  /** Whether the row of that thing shows; {@code title} is empty where it has no name. */
  public boolean shows(@Nullable ThingRef thing, String title) {
    return !hides()
        || thing != null
            && (pinned.contains(thing) || fits(title) && (only == null || only.contains(thing)));
  }

  private boolean fits(String title) {
    return filter.isEmpty()
        || title.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }
}
