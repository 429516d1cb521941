package interleave.agent.control;

import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Points;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call for a whole array, which comes to one element after the other. */
final class ArrayCallPoint implements Points.Point {
  private static final ClassDesc OBJECT = ControlFamily.OBJECT;
  private static final ClassDesc INT = ControlFamily.INT;

  /** Those that only look. */
  private static final Set<String> LOOK =
      Set.of("toString", "copyOf", "copyOfRange", "stream", "hashCode", "equals");

  private final InvokeInstruction site;
  private final Kind kind;
  private final int place;

  private enum Kind {
    COPY,
    FILL,
    LOOK
  }

  private ArrayCallPoint(InvokeInstruction site, Kind kind, int place) {
    this.site = site;
    this.kind = kind;
    this.place = place;
  }

  static @Nullable ArrayCallPoint of(InvokeInstruction site, MethodContext body) {
    Kind kind = kind(site);
    return kind == null ? null : new ArrayCallPoint(site, kind, ControlFamily.place(body, 0));
  }

  private static @Nullable Kind kind(InvokeInstruction site) {
    String owner = site.owner().asInternalName();
    String name = site.name().stringValue();
    if (owner.startsWith("[")) {
      return name.equals("clone") ? Kind.LOOK : null;
    }
    if (owner.equals("java/lang/System")) {
      return name.equals("arraycopy") ? Kind.COPY : null;
    }
    if (!owner.equals("java/util/Arrays") || site.type().stringValue().charAt(1) != '[') {
      return null;
    }
    return name.equals("fill") ? Kind.FILL : LOOK.contains(name) ? Kind.LOOK : null;
  }

  @Override
  public void before(CodeBuilder to, MethodContext body) {
    if (kind != Kind.LOOK) {
      return;
    }
    List<ClassDesc> parameters = new ArrayList<>(site.typeSymbol().parameterList());
    ClassDesc array = parameters.isEmpty() ? site.owner().asSymbol() : parameters.removeFirst();
    int[] aside = new int[parameters.size()];
    for (int i = aside.length - 1; i >= 0; i--) {
      TypeKind of = TypeKind.from(parameters.get(i));
      aside[i] = body.temporary(to, of);
      to.storeLocal(of, aside[i]);
    }
    to.loadConstant(place);
    to.invokestatic(ControlFamily.ARRAYS, "seen", MethodTypeDesc.of(OBJECT, OBJECT, INT));
    to.checkcast(array);
    for (int i = 0; i < aside.length; i++) {
      to.loadLocal(TypeKind.from(parameters.get(i)), aside[i]);
    }
  }

  @Override
  public void write(CodeBuilder to, Instruction instruction) {
    MethodTypeDesc type = site.typeSymbol();
    switch (kind) {
      case LOOK -> to.with(instruction);
      case COPY -> call(to, "copy", type.insertParameterTypes(5, INT));
      case FILL -> {
        int last = type.parameterCount() - 1;
        box(to, type.parameterType(last));
        MethodTypeDesc erased =
            type.changeParameterType(0, OBJECT).changeParameterType(last, OBJECT);
        call(to, "fill", erased.insertParameterTypes(last + 1, INT));
      }
    }
  }

  private void call(CodeBuilder to, String hook, MethodTypeDesc type) {
    to.loadConstant(place).invokestatic(ControlFamily.ARRAYS, hook, type);
  }

  private static void box(CodeBuilder to, ClassDesc type) {
    if (type.isPrimitive()) {
      ClassDesc boxed = boxed(type.descriptorString().charAt(0));
      to.invokestatic(boxed, "valueOf", MethodTypeDesc.of(boxed, type));
    }
  }

  private static ClassDesc boxed(char type) {
    return switch (type) {
      case 'Z' -> ConstantDescs.CD_Boolean;
      case 'B' -> ConstantDescs.CD_Byte;
      case 'C' -> ConstantDescs.CD_Character;
      case 'S' -> ConstantDescs.CD_Short;
      case 'J' -> ConstantDescs.CD_Long;
      case 'F' -> ConstantDescs.CD_Float;
      case 'D' -> ConstantDescs.CD_Double;
      default -> ConstantDescs.CD_Integer;
    };
  }

  @Override
  public void after(CodeBuilder to, MethodContext body) {}
}
