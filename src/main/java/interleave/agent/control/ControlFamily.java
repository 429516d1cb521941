package interleave.agent.control;

import interleave.agent.control.call.Calls;
import interleave.agent.field.Watch;
import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Points;
import interleave.agent.trace.Programs;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points of a program under control: calls, monitors and watched fields. */
public final class ControlFamily extends HookFamily implements Points {
  static final ClassDesc CONTROL = Control.class.describeConstable().orElseThrow();
  static final ClassDesc MONITORS = MonitorControl.class.describeConstable().orElseThrow();
  static final ClassDesc VARIABLES = VariableControl.class.describeConstable().orElseThrow();
  static final ClassDesc ARRAYS = ArrayControl.class.describeConstable().orElseThrow();
  static final ClassDesc COLLECTIONS = CollectionControl.class.describeConstable().orElseThrow();
  static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  static final ClassDesc INT = ConstantDescs.CD_int;
  static final ClassDesc VOID = ConstantDescs.CD_void;

  private static final String MAIN = "([Ljava/lang/String;)V";
  private static final MethodTypeDesc MONITOR = MethodTypeDesc.of(VOID, OBJECT, INT);
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(VOID);

  private final Watch watch;
  private final boolean records;

  /**
   * With those fields.
   *
   * @param records whether what threads do is recorded, too
   */
  public ControlFamily(Watch watch, boolean records) {
    this.watch = watch;
    this.records = records;
  }

  @Override
  public String name() {
    return "Points of a program under control";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(
        Control.class,
        MonitorControl.class,
        VariableControl.class,
        ArrayControl.class,
        CollectionControl.class,
        JdkControl.class);
  }

  @Override
  public boolean isInside(String owner, String member) {
    return !Calls.named(member).isEmpty()
        || StandIns.isOne(owner, member)
        || watch.mayHave(owner, member);
  }

  @Override
  public boolean isAround(String method, String descriptor) {
    return method.equals("<clinit>")
        || records
            && method.equals("main")
            && (descriptor.equals(MAIN) || descriptor.equals("()V"));
  }

  @Override
  public @Nullable BodyHook around(MethodContext body) {
    if (body.method.equals("<clinit>")) {
      return new Muted();
    }
    return isAround(body.method, body.descriptor) ? new Main() : null;
  }

  /** The first {@code main} begins the run. */
  private static final class Main implements BodyHook {
    @Override
    public void begin(CodeBuilder to, MethodContext body) {
      to.invokestatic(CONTROL, "begin", NOTHING);
    }

    @Override
    public void end(CodeBuilder to, MethodContext body, int result) {}

    @Override
    public void failed(CodeBuilder to, MethodContext body, int exception) {}
  }

  /** Nobody stands while a class is initialized. */
  private static final class Muted implements BodyHook {
    @Override
    public void begin(CodeBuilder to, MethodContext body) {
      to.invokestatic(CONTROL, "mute", NOTHING);
    }

    @Override
    public void end(CodeBuilder to, MethodContext body, int result) {
      to.invokestatic(CONTROL, "unmute", NOTHING);
    }

    @Override
    public void failed(CodeBuilder to, MethodContext body, int exception) {
      to.invokestatic(CONTROL, "unmute", NOTHING);
    }
  }

  @Override
  public @Nullable Point pointOf(Instruction instruction, MethodContext body) {
    if (body.method.equals("<clinit>")) {
      return null;
    }
    if (instruction instanceof FieldInstruction access) {
      return HeldPoint.of(access, FieldPoint.of(access, body, watch), body, watch);
    }
    if (watch.mayTouchElements(body.ownerName)) {
      Point element = ElementPoint.of(instruction, body);
      if (element != null) {
        return element;
      }
    }
    if (instruction instanceof InvokeInstruction call) {
      return CallPoint.of(call, body, records);
    }
    return null;
  }

  @Override
  public boolean isAtElements(String owner) {
    return watch.mayTouchElements(owner);
  }

  @Override
  public boolean isAtReferences(String owner, String method) {
    return Programs.isJdk(owner)
        && (!Calls.named(method).isEmpty() || StandIns.isOne(owner, method));
  }

  static int place(MethodContext body, int above) {
    return Places.number(body.file(), body.line(), body.nameOf(above));
  }

  @Override
  public void beforeEntering(CodeBuilder to, MethodContext body, int object) {
    to.aload(object).loadConstant(place(body, 0)).invokestatic(MONITORS, "monitor", MONITOR);
  }

  @Override
  public void entering(CodeBuilder to) {
    to.invokestatic(CONTROL, "entering", NOTHING);
  }

  @Override
  public void beforeLeaving(CodeBuilder to, MethodContext body, int object) {
    to.aload(object).loadConstant(place(body, 0)).invokestatic(MONITORS, "leaving", MONITOR);
  }
}
