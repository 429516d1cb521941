package interleave.agent.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that belong together: what of the program they are about, and the code that is put around
 * it. A new family is a new class and one line in {@code Families}.
 */
public abstract class HookFamily {
  private static final String[] ANY = {};

  /** What the family is called in a note. */
  public abstract String name();

  /**
   * The classes whose hooks the program will call; initialised before the first class needs them.
   */
  public abstract List<Class<?>> hooks();

  /**
   * The packages of a library that the program may have, as prefixes of internal names: its hooks
   * are for classes that name one of that library's, and it is made ready when the first such class
   * comes. None: it is for every program.
   */
  public String[] libraries() {
    return ANY;
  }

  /** The calls that get hooks. */
  public List<CallHook> calls() {
    return List.of();
  }

  /** What stands in for methods that the program refers to without calling them. */
  public List<ReferenceHook> references() {
    return List.of();
  }

  /**
   * Whether it needs synchronized methods to enter their monitors by themselves, and must leave a
   * class alone of which the code is not like a compiler's.
   */
  public boolean takesMonitors() {
    return false;
  }

  /**
   * Whether {@link #inside} may change an instruction that names that member, such as a call.
   * Methods that name none and enter no monitor are not even looked at.
   */
  public boolean isInside(String owner, String member) {
    return false;
  }

  /** What stands in for instructions of {@code body}; null for none. */
  public @Nullable InstructionHook inside(MethodContext body) {
    return null;
  }

  /**
   * Whether {@link #around} may put something around the body of a method that is called that.
   * Synchronized methods it is asked about in any case.
   */
  public boolean isAround(String method, String descriptor) {
    return false;
  }

  /** Code around all of {@code body}; null for none. */
  public @Nullable BodyHook around(MethodContext body) {
    return null;
  }
}
