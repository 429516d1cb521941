package interleave.timeline;

import interleave.event.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * One watched variable: every read and write in their true order, and the updates that were lost.
 */
public interface VariableTrack {
  int index();

  int process();

  String name();

  /** The type of its last value; in Python a variable may have values of several. */
  ValueType type();

  /**
   * Whether the language promises that a read of it sees what was written last, and all that its
   * writer had done before: a volatile field.
   */
  default boolean orders() {
    return false;
  }

  int size();

  long time(int i);

  int lane(int i);

  boolean write(int i);

  long bits(int i);

  ValueType type(int i);

  /** The value of access {@code i} as a reader would write it: {@code -2311}, {@code "Anna"}. */
  String shown(int i);

  /**
   * The value of access {@code i} as a number to draw on an axis; what is none has the number of
   * its text, in the order of their first appearance.
   */
  double number(int i);

  int site(int i);

  /** Index of the last access at or before {@code time}, -1 if none. */
  int at(long time);

  long reads();

  long writes();

  int lostUpdates();

  LostUpdate lostUpdate(int i);

  /** Index of the first lost update that was overwritten at or after {@code time}. */
  int firstLostAt(long time);

  /** Whether access {@code i} is a write that was lost. */
  boolean isLost(int i);

  /**
   * Smallest and largest value in [from, to) as numbers, for drawing; NaN when there is no access.
   */
  double min(long from, long to);

  double max(long from, long to);

  /** The same of the accesses from {@code first} on and before {@code end}. */
  double least(int first, int end);

  double greatest(int first, int end);

  /** Which access is the last of each piece of time, as far as somebody asked; null for nothing. */
  default @Nullable BinKeys kept() {
    return null;
  }

  /**
   * Indices of accesses: {@code read} by the thread that later overwrites, {@code lostRead} the
   * read of the thread whose write is lost (-1 unknown), {@code lostWrite}, and {@code overwrite}
   * by the first thread. {@code ageNs}: how old the value was that the overwriting thread computed
   * with.
   */
  record LostUpdate(int index, int read, int lostRead, int lostWrite, int overwrite, long ageNs) {}
}
