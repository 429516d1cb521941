package interleave.agent.lock;

import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.InstructionHook;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Owners;
import interleave.agent.rewrite.Points;
import interleave.agent.rewrite.StackEffect;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Monitors: {@code synchronized} blocks and methods, {@code wait}, {@code notify}.
 *
 * <p>A call of a hook can run out of stack where {@code monitorenter} and {@code monitorexit}
 * cannot, and a compiler's code that leaves a monitor when something is thrown covers itself: it
 * would start again for ever. So hooks beside these instructions have a handler of their own, which
 * goes on as if nothing was. That takes an otherwise empty stack: what lies on it is put aside
 * ({@code StackShapes}).
 */
public final class MonitorFamily extends HookFamily implements InstructionHook {
  private static final ClassDesc HOOKS = MonitorHooks.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc BEGIN =
      MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_Object, ConstantDescs.CD_int);
  private static final MethodTypeDesc END =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          ConstantDescs.CD_Object,
          ConstantDescs.CD_long,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc EXIT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_int);

  private final boolean records;

  /** They are recorded. */
  public MonitorFamily() {
    this(true);
  }

  /**
   * Where a program is under control, monitors have points.
   *
   * @param records whether they are recorded, too
   */
  public MonitorFamily(boolean records) {
    this.records = records;
  }

  @Override
  public String name() {
    return "Monitors";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(MonitorHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    if (records) {
      addWaits(calls);
    }
    Owners method =
        new Owners.Exactly(
            Set.of(
                "java/lang/reflect/Method",
                "java/lang/reflect/Executable",
                "java/lang/reflect/Member"));
    calls.add(
        CallHook.of(MonitorHooks.class, "getModifiers", "()I", method)
            .after("modifiers")
            .replacesResult());
    return calls;
  }

  private static void addWaits(List<CallHook> calls) {
    Owners any = new Owners.Anything();
    for (String type : List.of("()V", "(J)V", "(JI)V")) {
      calls.add(
          CallHook.of(MonitorHooks.class, "wait", type, any)
              .before("waitBegin")
              .after("waitEnd")
              .failed("waitFailed"));
    }
    calls.add(CallHook.of(MonitorHooks.class, "notify", "()V", any).before("notifyBegin"));
    calls.add(CallHook.of(MonitorHooks.class, "notifyAll", "()V", any).before("notifyAllBegin"));
  }

  @Override
  public boolean takesMonitors() {
    return true;
  }

  @Override
  public InstructionHook inside(MethodContext body) {
    return this;
  }

  @Override
  public boolean rewrite(Instruction instruction, CodeBuilder to, MethodContext body) {
    if (!(instruction instanceof MonitorInstruction monitor)) {
      return false;
    }
    body.freeTemporaries();
    int object = body.temporary(to, TypeKind.REFERENCE);
    String shape = body.stacks.nextMonitor();
    boolean enters = monitor.opcode() == Opcode.MONITORENTER;
    // Where nothing lies below it: of a null the JVM then says what the source calls it.
    boolean stays = enters && shape.isEmpty() && body.points == null;
    if (stays) {
      to.dup();
    }
    to.astore(object);
    int[] aside = putAside(to, body, shape);
    if (enters) {
      enter(to, body, object, stays);
    } else {
      exit(to, body, object);
    }
    for (int i = 0; i < aside.length; i++) {
      TypeKind kind = StackEffect.kind(shape.charAt(i));
      if (kind != TypeKind.VOID) {
        to.loadLocal(kind, aside[i]);
      }
    }
    return true;
  }

  /** Where what stood on the stack is now, for each letter of its shape. */
  private static int[] putAside(CodeBuilder to, MethodContext body, String shape) {
    int[] aside = new int[shape.length()];
    for (int i = aside.length - 1; i >= 0; i--) {
      TypeKind kind = StackEffect.kind(shape.charAt(i));
      if (kind != TypeKind.VOID) {
        aside[i] = body.temporary(to, kind);
        to.storeLocal(kind, aside[i]);
      }
    }
    return aside;
  }

  private void enter(CodeBuilder to, MethodContext body, int object, boolean stays) {
    Points points = body.points;
    if (points != null) {
      points.beforeEntering(to, body, object);
    }
    if (!records) {
      monitorEnter(to, object, stays);
      return;
    }
    int site = body.siteOfLock(0);
    int token = body.temporary(to, TypeKind.LONG);
    Label skip = to.newLabel();
    to.aload(object).loadConstant(site).invokestatic(HOOKS, "enterBegin", BEGIN).lstore(token);
    if (points != null) {
      points.entering(to);
    }
    monitorEnter(to, object, stays);
    to.lload(token).lconst_0().lcmp().ifeq(skip);
    Label from = to.newLabel();
    to.labelBinding(from);
    to.aload(object).lload(token).loadConstant(site).invokestatic(HOOKS, "enterEnd", END);
    passOver(to, from);
    to.labelBinding(skip);
  }

  private static void monitorEnter(CodeBuilder to, int object, boolean stays) {
    if (!stays) {
      to.aload(object);
    }
    to.monitorenter();
  }

  private void exit(CodeBuilder to, MethodContext body, int object) {
    Label from = to.newLabel();
    to.labelBinding(from);
    Points points = body.points;
    if (points != null) {
      points.beforeLeaving(to, body, object);
    }
    if (records) {
      to.aload(object).loadConstant(body.site()).invokestatic(HOOKS, "exit", EXIT);
    }
    passOver(to, from);
    to.aload(object).monitorexit();
  }

  /** Whatever is thrown since {@code from} is forgotten. */
  private static void passOver(CodeBuilder to, Label from) {
    Label until = to.newLabel();
    Label handler = to.newLabel();
    Label done = to.newLabel();
    to.goto_(done);
    to.labelBinding(until);
    to.exceptionCatchAll(from, until, handler);
    to.labelBinding(handler);
    to.pop();
    to.labelBinding(done);
  }

  @Override
  public @Nullable BodyHook around(MethodContext body) {
    return (body.flags & ClassFile.ACC_SYNCHRONIZED) != 0 ? new SynchronizedBody() : null;
  }

  /** A method that was synchronized enters its monitor by itself. */
  private final class SynchronizedBody implements BodyHook {
    private int object;

    @Override
    public void begin(CodeBuilder to, MethodContext body) {
      object = to.allocateLocal(TypeKind.REFERENCE);
      if (body.isStatic()) {
        to.loadConstant(body.owner);
      } else {
        to.aload(0);
      }
      to.astore(object);
      body.freeTemporaries();
      enter(to, body, object, false);
    }

    @Override
    public void end(CodeBuilder to, MethodContext body, int result) {
      exit(to, body, object);
    }

    @Override
    public void failed(CodeBuilder to, MethodContext body, int exception) {
      exit(to, body, object);
    }
  }
}
