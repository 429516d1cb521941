package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * A static method of {@code hooks} that takes an argument of the program's, of just that type, and
 * returns what is to stand in its place.
 */
public record ArgumentHook(ClassDesc type, ClassDesc hooks, String hook) {
  /** Replaces what is on top of the stack. */
  public void write(CodeBuilder to) {
    to.invokestatic(hooks, hook, MethodTypeDesc.of(type, type));
  }
}
