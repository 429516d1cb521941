package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Around one call without arguments in a method of the JDK's, which leaves nothing else on the
 * stack:
 *
 * <pre>
 *       run = begin(receiver)     or begin(this)
 * from: the call
 * to:   end(result, run)          null where it returns nothing
 *       goto done
 * from…to threw: failed(exception, run), throw it on
 * done:
 * </pre>
 */
public final class JdkCall extends JdkSite {
  private static final MethodTypeDesc BEGIN = MethodTypeDesc.of(OBJECT, OBJECT);
  private static final MethodTypeDesc END = MethodTypeDesc.of(VOID, OBJECT, OBJECT);
  private static final MethodTypeDesc FAILED =
      MethodTypeDesc.of(VOID, ConstantDescs.CD_Throwable, OBJECT);

  private final String call;
  private final String begin;
  private final boolean takesThis;

  /** With {@code begin}, {@code ended} and {@code failed} of {@code hooks}. */
  public JdkCall(String method, String call, Class<?> hooks, String begin, boolean takesThis) {
    super(method, hooks);
    this.call = call;
    this.begin = begin;
    this.takesThis = takesThis;
  }

  @Override
  protected boolean rewrite(Instruction instruction, CodeBuilder to) {
    if (!(instruction instanceof InvokeInstruction invoke) || !calls(instruction, call)) {
      return false;
    }
    found();
    int run = to.allocateLocal(TypeKind.REFERENCE);
    int exception = to.allocateLocal(TypeKind.REFERENCE);
    Label from = to.newLabel();
    Label until = to.newLabel();
    Label handler = to.newLabel();
    Label done = to.newLabel();
    if (takesThis) {
      to.aload(0);
    } else {
      to.dup();
    }
    to.invokestatic(hooks, begin, BEGIN).astore(run);
    to.labelBinding(from).with(instruction).labelBinding(until);
    if (invoke.typeSymbol().returnType().equals(VOID)) {
      to.aconst_null();
    } else {
      to.dup();
    }
    to.aload(run).invokestatic(hooks, "ended", END).goto_(done);
    to.exceptionCatchAll(from, until, handler);
    to.labelBinding(handler).astore(exception);
    to.aload(exception).aload(run).invokestatic(hooks, "failed", FAILED);
    to.aload(exception).athrow();
    to.labelBinding(done);
    return true;
  }
}
