package interleave.agent.thread;

import interleave.agent.rewrite.ArgumentHook;
import interleave.agent.rewrite.InstructionHook;
import interleave.agent.rewrite.MethodContext;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** The places of one method where threads are made by {@code new}. */
final class ThreadConstruction implements InstructionHook {
  private static final String THREAD = "java/lang/Thread";
  private static final ClassDesc RUNNABLE = Runnable.class.describeConstable().orElseThrow();

  /** Puts a {@link ThreadTask} around what a thread is made to run. */
  static final ArgumentHook TASK =
      new ArgumentHook(RUNNABLE, ThreadTask.class.describeConstable().orElseThrow(), "around");

  private static final ClassDesc HOOKS = ThreadHooks.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc CREATED =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          Thread.class.describeConstable().orElseThrow(),
          ConstantDescs.CD_int);

  /** Threads that are being made: whether a copy of each will be left on the stack. */
  private final List<Boolean> pending = new ArrayList<>();

  private boolean justMade;

  @Override
  public boolean rewrite(Instruction instruction, CodeBuilder to, MethodContext body) {
    boolean makesThread =
        instruction instanceof NewObjectInstruction made
            && made.className().asInternalName().equals(THREAD);
    boolean copied =
        justMade && instruction instanceof StackInstruction copy && copy.opcode() == Opcode.DUP;
    justMade = makesThread;
    if (makesThread) {
      pending.add(false);
    } else if (copied) {
      pending.set(pending.size() - 1, true);
    } else if (instruction instanceof InvokeInstruction call
        && call.opcode() == Opcode.INVOKESPECIAL
        && call.name().equalsString("<init>")
        && call.owner().asInternalName().equals(THREAD)) {
      construct(call, to, body);
      return true;
    }
    return false;
  }

  /** The constructor's call, with its task wrapped and, where the new thread is at hand, a hook. */
  private void construct(InvokeInstruction call, CodeBuilder to, MethodContext body) {
    body.freeTemporaries();
    MethodTypeDesc type = call.typeSymbol();
    wrapTask(type, to, body);
    to.with(call);
    if (pending.isEmpty()) {
      to.aload(0).loadConstant(body.site()).invokestatic(HOOKS, "created", CREATED);
    } else if (pending.removeLast()) {
      to.dup().loadConstant(body.site()).invokestatic(HOOKS, "created", CREATED);
    }
  }

  private static void wrapTask(MethodTypeDesc type, CodeBuilder to, MethodContext body) {
    int task = type.parameterList().indexOf(RUNNABLE);
    if (task < 0) {
      return;
    }
    int count = type.parameterCount();
    int[] aside = new int[count];
    for (int i = count - 1; i > task; i--) {
      TypeKind kind = TypeKind.from(type.parameterType(i));
      aside[i] = body.temporary(to, kind);
      to.storeLocal(kind, aside[i]);
    }
    TASK.write(to);
    for (int i = task + 1; i < count; i++) {
      to.loadLocal(TypeKind.from(type.parameterType(i)), aside[i]);
    }
  }
}
