package interleave.agent.field;

import interleave.agent.rewrite.Ancestry;
import org.jspecify.annotations.Nullable;

/** Which fields are watched. */
public interface Watch {
  /**
   * The watched class that declares the field which {@code owner.field} means, as internal names;
   * null where that is not watched.
   */
  @Nullable String declarer(String owner, String field, Ancestry ancestry);

  /** Whether some field of that name may be watched. */
  boolean mayHave(String owner, String field);

  /** Whether an array is watched that such a field refers to, which itself may be final. */
  default boolean holds(String owner, String field, Ancestry ancestry) {
    return mayHave(owner, field) && declarer(owner, field, ancestry) != null;
  }

  /** Whether code of that class may come to elements of such an array. */
  default boolean mayTouchElements(String owner) {
    return true;
  }
}
