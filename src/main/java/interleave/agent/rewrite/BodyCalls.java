package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Calls around a whole body of static methods of one class:
 *
 * <pre>
 * long token = begin(this)      or begin()
 * the body
 * end(token)
 * failed(exception, token)      when it throws
 * </pre>
 */
public final class BodyCalls implements BodyHook {
  private static final MethodTypeDesc END =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long);
  private static final MethodTypeDesc FAILED =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable, ConstantDescs.CD_long);

  private final ClassDesc hooks;
  private final String begin;
  private final boolean takesThis;
  private final String end;
  private final String failed;
  private int token;

  public BodyCalls(ClassDesc hooks, String begin, boolean takesThis, String end, String failed) {
    this.hooks = hooks;
    this.begin = begin;
    this.takesThis = takesThis;
    this.end = end;
    this.failed = failed;
  }

  @Override
  public void begin(CodeBuilder to, MethodContext body) {
    token = to.allocateLocal(TypeKind.LONG);
    if (takesThis) {
      to.aload(0);
    }
    to.invokestatic(
            hooks,
            begin,
            takesThis
                ? MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_Object)
                : MethodTypeDesc.of(ConstantDescs.CD_long))
        .lstore(token);
  }

  @Override
  public void end(CodeBuilder to, MethodContext body, int result) {
    to.lload(token).invokestatic(hooks, end, END);
  }

  @Override
  public void failed(CodeBuilder to, MethodContext body, int exception) {
    to.aload(exception).lload(token).invokestatic(hooks, failed, FAILED);
  }
}
