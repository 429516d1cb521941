package interleave.agent.control;

import interleave.agent.control.call.Calls;
import interleave.agent.control.call.CollectionCalls;
import interleave.agent.control.call.Operation;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Points;
import interleave.agent.trace.Programs;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Before a call that another thread could tell. */
final class CallPoint implements Points.Point {
  private static final ClassDesc THREAD = Thread.class.describeConstable().orElseThrow();
  private static final ClassDesc DURATION =
      java.time.Duration.class.describeConstable().orElseThrow();

  /** By these types a program may call a blocking queue. */
  private static final Set<String> QUEUES =
      Set.of("java/util/Queue", "java/util/Deque", "java/util/AbstractQueue");

  private final InvokeInstruction site;
  private final Calls.Call call;
  private final int place;
  private final boolean records;

  private CallPoint(InvokeInstruction site, Calls.Call call, int place, boolean records) {
    this.site = site;
    this.call = call;
    this.place = place;
    this.records = records;
  }

  static Points.@Nullable Point of(InvokeInstruction site, MethodContext body, boolean records) {
    if (site.opcode() == Opcode.INVOKESPECIAL && !site.name().equalsString("<init>")) {
      return null;
    }
    String name = site.name().stringValue();
    if (name.equals("newCondition")) {
      return new ConditionPoint(site);
    }
    for (Calls.Call each : Calls.named(name)) {
      if (isThat(each, site, body)) {
        int place = ControlFamily.place(body, site.typeSymbol().parameterCount());
        return new CallPoint(site, each, place, records);
      }
    }
    return StandIns.of(site, body);
  }

  private static boolean isThat(Calls.Call call, InvokeInstruction site, MethodContext body) {
    if (!site.type().stringValue().startsWith(call.descriptor())) {
      return false;
    }
    String owner = site.owner().asInternalName();
    if (call.owner().equals("java/lang/Object") || call.isFor(owner)) {
      return true;
    }
    if (call.type().equals("queue") && QUEUES.contains(owner)) {
      return true;
    }
    boolean pattern = call.owner().endsWith("*");
    boolean isFinal = Programs.isJdk(owner) && !owner.startsWith("java/util/concurrent/");
    return !pattern && !isFinal && body.ancestry.surelyIs(owner, call.owner());
  }

  @Override
  public void before(CodeBuilder to, MethodContext body) {
    MethodTypeDesc type = site.typeSymbol();
    List<ClassDesc> parameters = new ArrayList<>(List.of(ControlFamily.OBJECT));
    int count = type.parameterCount();
    int[] aside = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      TypeKind kind = TypeKind.from(type.parameterType(i));
      aside[i] = body.temporary(to, kind);
      to.storeLocal(kind, aside[i]);
    }
    target(to, type, aside);
    hand(to, type, aside, parameters);
    parameters.add(ControlFamily.INT);
    parameters.add(ControlFamily.INT);
    to.loadConstant(call.number()).loadConstant(place);
    to.invokestatic(
        isOfCollection() ? ControlFamily.COLLECTIONS : ControlFamily.CONTROL,
        "before",
        MethodTypeDesc.of(ControlFamily.VOID, parameters));
    for (int i = 0; i < count; i++) {
      to.loadLocal(TypeKind.from(type.parameterType(i)), aside[i]);
    }
  }

  /** What it is about: the receiver; of a static call, the first argument where it has one. */
  private void target(CodeBuilder to, MethodTypeDesc type, int[] aside) {
    if (site.opcode() != Opcode.INVOKESTATIC) {
      to.dup();
    } else if (aside.length > 0 && TypeKind.from(type.parameterType(0)) == TypeKind.REFERENCE) {
      to.aload(aside[0]);
    } else {
      to.aconst_null();
    }
  }

  private boolean isOfCollection() {
    return call.type().equals(CollectionCalls.TYPE);
  }

  private void hand(CodeBuilder to, MethodTypeDesc type, int[] aside, List<ClassDesc> parameters) {
    if (isOfCollection()) {
      boolean named = call.handed() != Calls.Handed.NOTHING;
      part(to, type, aside, named ? 0 : -1, parameters);
      part(to, type, aside, call.handed() == Calls.Handed.ENTRY ? 1 : -1, parameters);
      return;
    }
    switch (call.handed()) {
      case NOTHING, KEY, ENTRY -> {}
      case NUMBER, MILLIS, NANOS -> {
        parameters.add(ConstantDescs.CD_long);
        TypeKind kind = TypeKind.from(type.parameterType(0));
        to.loadLocal(kind, aside[0]);
        if (kind != TypeKind.LONG) {
          to.i2l();
        }
      }
      case TIME -> {
        parameters.add(ConstantDescs.CD_long);
        parameters.add(ControlFamily.OBJECT);
        to.lload(aside[0]).aload(aside[1]);
      }
      case DURATION -> {
        parameters.add(DURATION);
        to.aload(aside[0]);
      }
    }
  }

  /** That argument as an object; null where it is less than 0. */
  private static void part(
      CodeBuilder to, MethodTypeDesc type, int[] aside, int index, List<ClassDesc> parameters) {
    parameters.add(ControlFamily.OBJECT);
    if (index < 0) {
      to.aconst_null();
    } else if (type.parameterType(index).isPrimitive()) {
      to.iload(aside[index]);
      to.invokestatic(
          ConstantDescs.CD_Integer,
          "valueOf",
          MethodTypeDesc.of(ConstantDescs.CD_Integer, ConstantDescs.CD_int));
    } else {
      to.aload(aside[index]);
    }
  }

  @Override
  public void write(CodeBuilder to, Instruction instruction) {
    MethodTypeDesc type = site.typeSymbol();
    if (call.operation() == Operation.WAIT && call.type().equals("monitor")) {
      to.invokestatic(
          ControlFamily.MONITORS, "doWait", type.insertParameterTypes(0, ControlFamily.OBJECT));
      return;
    }
    if (records) {
      to.invokestatic(ControlFamily.CONTROL, "entering", MethodTypeDesc.of(ControlFamily.VOID));
    }
    if (call.operation() == Operation.JOIN) {
      to.invokestatic(ControlFamily.CONTROL, "doJoin", type.insertParameterTypes(0, THREAD));
    } else {
      to.with(instruction);
    }
  }

  @Override
  public void after(CodeBuilder to, MethodContext body) {
    ClassDesc result = site.typeSymbol().returnType();
    boolean says =
        switch (call.operation()) {
          case READ, UPDATE, TAKE, GET, TRYLOCK -> true;
          case PUT, ACQUIRE, AWAIT -> result.equals(ConstantDescs.CD_boolean);
          default -> false;
        };
    boolean part = isOfCollection() && CollectionCalls.givesPart(call.name());
    if (says && !part && !result.equals(ControlFamily.VOID)) {
      FieldPoint.did(to, result, "didCall");
    }
    if (isOfCollection() && TypeKind.from(result) == TypeKind.REFERENCE) {
      to.dup();
      hook(to, part ? "part" : "gave", ControlFamily.OBJECT);
    } else if (isOfCollection() || call.type().equals("queue")) {
      hook(to, "done");
    }
  }

  private static void hook(CodeBuilder to, String name, ClassDesc... parameters) {
    MethodTypeDesc type = MethodTypeDesc.of(ControlFamily.VOID, parameters);
    to.invokestatic(ControlFamily.COLLECTIONS, name, type);
  }

  /** After a condition was made: at which lock one waits for it. */
  private record ConditionPoint(InvokeInstruction site) implements Points.Point {
    @Override
    public void before(CodeBuilder to, MethodContext body) {}

    @Override
    public void write(CodeBuilder to, Instruction instruction) {
      to.dup().with(instruction).dup_x1().swap();
      to.invokestatic(
          ControlFamily.CONTROL,
          "condition",
          MethodTypeDesc.of(ControlFamily.VOID, ControlFamily.OBJECT, ControlFamily.OBJECT));
    }

    @Override
    public void after(CodeBuilder to, MethodContext body) {}
  }
}
