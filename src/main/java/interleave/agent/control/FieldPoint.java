package interleave.agent.control;

import interleave.agent.field.Watch;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Points;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/** Before a watched field is read or written. */
final class FieldPoint implements Points.Point {
  private static final ClassDesc OBJECT = ControlFamily.OBJECT;
  private static final ClassDesc INT = ControlFamily.INT;

  private final FieldInstruction access;
  private final int field;
  private final int place;
  private final TypeKind kind;
  private final char type;

  private FieldPoint(FieldInstruction access, int field, int place) {
    this.access = access;
    this.field = field;
    this.place = place;
    this.kind = TypeKind.from(access.typeSymbol());
    this.type = access.typeSymbol().descriptorString().charAt(0);
  }

  static @Nullable FieldPoint of(FieldInstruction access, MethodContext body, Watch watch) {
    String name = access.name().stringValue();
    String owner = access.owner().asInternalName();
    boolean ofNew =
        body.method.equals("<init>")
            && owner.equals(body.ownerName)
            && access.opcode() == Opcode.PUTFIELD;
    if (ofNew || !watch.mayHave(owner, name)) {
      return null; // nobody else knows it yet
    }
    String declarer = watch.declarer(owner, name, body.ancestry);
    return declarer == null
        ? null
        : new FieldPoint(access, Fields.number(declarer, name), ControlFamily.place(body, 0));
  }

  @Override
  public void before(CodeBuilder to, MethodContext body) {
    switch (access.opcode()) {
      case GETSTATIC -> read(to, MethodTypeDesc.of(ControlFamily.VOID, INT, INT));
      case GETFIELD -> {
        to.dup();
        read(to, MethodTypeDesc.of(ControlFamily.VOID, OBJECT, INT, INT));
      }
      default -> write(to, body);
    }
  }

  private void read(CodeBuilder to, MethodTypeDesc how) {
    to.loadConstant(field).loadConstant(place).invokestatic(ControlFamily.VARIABLES, "read", how);
  }

  private void write(CodeBuilder to, MethodContext body) {
    int value = body.temporary(to, kind);
    to.storeLocal(kind, value);
    if (access.opcode() == Opcode.PUTSTATIC) {
      to.aconst_null();
    } else {
      to.dup();
    }
    to.loadLocal(kind, value).loadConstant((int) type).loadConstant(field).loadConstant(place);
    to.invokestatic(
        ControlFamily.VARIABLES,
        "write",
        MethodTypeDesc.of(ControlFamily.VOID, OBJECT, handed(access.typeSymbol()), INT, INT, INT));
    to.loadLocal(kind, value);
  }

  /** As which of the few types a value is handed over. */
  static ClassDesc handed(ClassDesc type) {
    return switch (TypeKind.from(type)) {
      case LONG, FLOAT, DOUBLE -> type;
      case REFERENCE -> OBJECT;
      default -> INT;
    };
  }

  @Override
  public void write(CodeBuilder to, Instruction instruction) {
    to.with(instruction);
  }

  @Override
  public void after(CodeBuilder to, MethodContext body) {
    if (access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.GETFIELD) {
      did(to, access.typeSymbol());
    }
  }

  /** Says what now lies on top of the stack. */
  static void did(CodeBuilder to, ClassDesc type) {
    did(to, type, "did");
  }

  static void did(CodeBuilder to, ClassDesc type, String name) {
    if (TypeKind.from(type).slotSize() == 2) {
      to.dup2();
    } else {
      to.dup();
    }
    to.loadConstant((int) type.descriptorString().charAt(0))
        .invokestatic(
            ControlFamily.VARIABLES,
            name,
            MethodTypeDesc.of(ControlFamily.VOID, handed(type), INT));
  }
}
