package interleave.agent.output;

import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.InstructionHook;
import interleave.agent.rewrite.MethodContext;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Output. The lines come by {@link OutputTap}; rewritten code only says from where. */
public final class OutputFamily extends HookFamily implements InstructionHook {
  private static final ClassDesc TAP = OutputTap.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc AT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

  @Override
  public String name() {
    return "Places where output is printed";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(OutputTap.class);
  }

  @Override
  public boolean isInside(String owner, String member) {
    return owner.equals("java/io/PrintStream") && isPrinting(member);
  }

  @Override
  public InstructionHook inside(MethodContext body) {
    return this;
  }

  @Override
  public boolean rewrite(Instruction instruction, CodeBuilder to, MethodContext body) {
    if (instruction instanceof InvokeInstruction call
        && isInside(call.owner().asInternalName(), call.name().stringValue())) {
      to.loadConstant(body.site()).invokestatic(TAP, "at", AT).with(call);
      return true;
    }
    return false;
  }

  private static boolean isPrinting(String name) {
    return name.startsWith("print")
        || name.startsWith("write")
        || name.equals("format")
        || name.equals("append");
  }
}
