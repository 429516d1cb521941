package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * Where the threads of a program that is under control stand until it is their turn. A {@link
 * HookFamily} that is one is asked about every instruction.
 */
public interface Points {
  /** A place before an instruction; its parts are written in this order. */
  interface Point {
    /** Before the instruction and before whatever records it; leaves the stack as it is. */
    void before(CodeBuilder to, MethodContext body);

    /** The instruction, after what records that it begins, or what does the same in its place. */
    void write(CodeBuilder to, Instruction instruction);

    /** After the instruction and before what records how it ended; leaves the stack as it is. */
    void after(CodeBuilder to, MethodContext body);
  }

  /** The place before {@code instruction}; null where there is none. */
  @Nullable Point pointOf(Instruction instruction, MethodContext body);

  /** Whether there may be such places before elements of arrays in that class. */
  boolean isAtElements(String owner);

  /** Whether a reference to that method is to have the place that a call of it has. */
  boolean isAtReferences(String owner, String method);

  /** Before the monitor of the object in that local variable is entered. */
  void beforeEntering(CodeBuilder to, MethodContext body, int object);

  /** Directly before it is entered, after what records that it is asked for. */
  void entering(CodeBuilder to);

  /** Before that monitor is left; nothing may be thrown from there. */
  void beforeLeaving(CodeBuilder to, MethodContext body, int object);
}
