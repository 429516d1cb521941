package interleave.agent.control;

import interleave.agent.rewrite.JdkSite;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Where a class of the JDK's parks a thread by itself, and not by {@code LockSupport}. */
final class RawParkSite extends JdkSite {
  private static final MethodTypeDesc PARKS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_boolean, ConstantDescs.CD_long);
  private static final MethodTypeDesc UNPARKS = MethodTypeDesc.of(ConstantDescs.CD_boolean, OBJECT);

  private final String call;

  RawParkSite(String call) {
    super(ANY, JdkControl.class);
    this.call = call;
  }

  @Override
  protected boolean rewrite(Instruction instruction, CodeBuilder to) {
    if (!calls(instruction, call)) {
      return false;
    }
    found();
    Label done = to.newLabel();
    int unsafe = to.allocateLocal(TypeKind.REFERENCE);
    if (call.equals("park")) {
      int time = to.allocateLocal(TypeKind.LONG);
      int absolute = to.allocateLocal(TypeKind.INT);
      to.lstore(time).istore(absolute).astore(unsafe);
      to.iload(absolute).lload(time).invokestatic(hooks, "parksRaw", PARKS).ifne(done);
      to.aload(unsafe).iload(absolute).lload(time).with(instruction);
    } else {
      int thread = to.allocateLocal(TypeKind.REFERENCE);
      to.astore(thread).astore(unsafe);
      to.aload(thread).invokestatic(hooks, "unparks", UNPARKS).ifne(done);
      to.aload(unsafe).aload(thread).with(instruction);
    }
    to.labelBinding(done);
    return true;
  }
}
