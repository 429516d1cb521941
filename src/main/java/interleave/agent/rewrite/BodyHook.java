package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;

/** Code around the whole body of a method. */
public interface BodyHook {
  /** At its beginning. */
  void begin(CodeBuilder to, MethodContext body);

  /**
   * Before it returns; what it returns has been put aside, the stack is empty.
   *
   * @param result the local variable of what it returns when that is an object, else -1
   */
  void end(CodeBuilder to, MethodContext body, int result);

  /**
   * When it throws; the exception is in local variable {@code exception}, and thrown on afterwards.
   */
  void failed(CodeBuilder to, MethodContext body, int exception);
}
