package interleave.agent.control;

import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Points;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Before an element of an array is read or written: whether it is watched is seen then. */
final class ElementPoint implements Points.Point {
  private static final ClassDesc OBJECT = ControlFamily.OBJECT;
  private static final ClassDesc INT = ControlFamily.INT;

  private final TypeKind kind;
  private final boolean writes;
  private final int place;

  private ElementPoint(TypeKind kind, boolean writes, int place) {
    this.kind = kind;
    this.writes = writes;
    this.place = place;
  }

  static Points.@Nullable Point of(Instruction instruction, MethodContext body) {
    if (instruction instanceof ArrayLoadInstruction load) {
      return new ElementPoint(load.typeKind(), false, ControlFamily.place(body, 1));
    }
    if (instruction instanceof ArrayStoreInstruction store) {
      return new ElementPoint(store.typeKind(), true, ControlFamily.place(body, 2));
    }
    if (instruction instanceof InvokeDynamicInstruction dynamic && isShared(dynamic)) {
      return new CapturedPoint(dynamic.typeSymbol(), places(dynamic.typeSymbol(), body));
    }
    return instruction instanceof InvokeInstruction call ? ArrayCallPoint.of(call, body) : null;
  }

  private static boolean isShared(InvokeDynamicInstruction dynamic) {
    List<ClassDesc> parameters = dynamic.typeSymbol().parameterList();
    return dynamic
            .bootstrapMethod()
            .owner()
            .descriptorString()
            .equals("Ljava/lang/invoke/LambdaMetafactory;")
        && parameters.stream().anyMatch(ElementPoint::isShared);
  }

  private static boolean isShared(ClassDesc type) {
    return HeldPoint.isShared(type.descriptorString());
  }

  /** The place, with what each captured value is called there. */
  private static int[] places(MethodTypeDesc type, MethodContext body) {
    int[] places = new int[type.parameterCount()];
    for (int i = 0; i < places.length; i++) {
      places[i] = ControlFamily.place(body, places.length - 1 - i);
    }
    return places;
  }

  /** As which of the few types it is handed over. */
  private ClassDesc handed() {
    return FieldPoint.handed(kind.upperBound());
  }

  @Override
  public void before(CodeBuilder to, MethodContext body) {
    if (!writes) {
      to.dup2().loadConstant(place);
      to.invokestatic(
          ControlFamily.VARIABLES,
          "readElement",
          MethodTypeDesc.of(ControlFamily.VOID, OBJECT, INT, INT));
      return;
    }
    int value = body.temporary(to, kind);
    to.storeLocal(kind, value).dup2().loadLocal(kind, value);
    to.loadConstant((int) type()).loadConstant(place);
    to.invokestatic(
        ControlFamily.VARIABLES,
        "writeElement",
        MethodTypeDesc.of(ControlFamily.VOID, OBJECT, INT, handed(), INT, INT));
    to.loadLocal(kind, value);
  }

  private char type() {
    return kind.upperBound().descriptorString().charAt(0);
  }

  @Override
  public void write(CodeBuilder to, Instruction instruction) {
    to.with(instruction);
  }

  @Override
  public void after(CodeBuilder to, MethodContext body) {
    if (!writes) {
      FieldPoint.did(to, kind.upperBound(), "didElement");
    }
  }

  /** Before a lambda is made that has to do with arrays or collections. */
  private record CapturedPoint(MethodTypeDesc type, int[] places) implements Points.Point {
    @Override
    public void before(CodeBuilder to, MethodContext body) {
      int count = type.parameterCount();
      int[] aside = new int[count];
      for (int i = count - 1; i >= 0; i--) {
        TypeKind kind = TypeKind.from(type.parameterType(i));
        aside[i] = body.temporary(to, kind);
        to.storeLocal(kind, aside[i]);
      }
      for (int i = 0; i < count; i++) {
        to.loadLocal(TypeKind.from(type.parameterType(i)), aside[i]);
        if (isShared(type.parameterType(i))) {
          to.dup().loadConstant(places[i]);
          to.invokestatic(
              ControlFamily.VARIABLES,
              "captured",
              MethodTypeDesc.of(ControlFamily.VOID, OBJECT, INT));
        }
      }
    }

    @Override
    public void write(CodeBuilder to, Instruction instruction) {
      to.with(instruction);
    }

    @Override
    public void after(CodeBuilder to, MethodContext body) {}
  }
}
