package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that belong together: what of the program they are about, and the code that is put around
 * it. A new family is a new class and one line in {@code Families}.
 */
public abstract class HookFamily {
  /** What the family is called in a note. */
  public abstract String name();

  /**
   * The classes whose hooks the program will call; initialised before the first class needs them.
   */
  public abstract List<Class<?>> hooks();

  /** The calls that get hooks. */
  public List<CallHook> calls() {
    return List.of();
  }

  /** What stands in for methods that the program refers to without calling them. */
  public List<ReferenceHook> references() {
    return List.of();
  }

  /**
   * Writes something in place of {@code instruction}, which is no call of {@link #calls()}; false
   * to leave it.
   */
  public boolean rewrite(Instruction instruction, CodeBuilder to, MethodContext body) {
    return false;
  }

  /** Code around all of {@code body}; null for none. */
  public @Nullable BodyHook around(MethodContext body) {
    return null;
  }
}
