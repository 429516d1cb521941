package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;

/** Stands in for instructions of one method that are no calls with a {@link CallHook}. */
public interface InstructionHook {
  /** Writes something in place of {@code instruction}; false to leave it. */
  boolean rewrite(Instruction instruction, CodeBuilder to, MethodContext body);
}
