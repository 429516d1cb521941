package interleave.agent.rewrite;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * What an instruction does to the shape of the stack. A shape is a text with a letter for each
 * slot, the top at its end: {@code I} int, {@code F} float, {@code A} reference, {@code R} return
 * address, {@code Jj} long, {@code Dd} double.
 */
public final class StackEffect {
  private StackEffect() {}

  /** The shape behind {@code instruction}, which does not end the method. */
  static String of(Instruction instruction, String shape) {
    // In the order of how often they are met; a switch over patterns would cost time at the start.
    if (instruction instanceof LoadInstruction load) {
      return push(shape, load.typeKind());
    }
    if (instruction instanceof StoreInstruction store) {
      return pop(shape, store.typeKind().slotSize());
    }
    if (instruction instanceof InvokeInstruction call) {
      int receiver = call.opcode() == Opcode.INVOKESTATIC ? 0 : 1;
      return call(shape, call.typeSymbol(), receiver);
    }
    if (instruction instanceof InvokeDynamicInstruction call) {
      return call(shape, call.typeSymbol(), 0);
    }
    if (instruction instanceof FieldInstruction field) {
      return field(shape, field);
    }
    if (instruction instanceof ConstantInstruction constant) {
      return push(shape, constant.typeKind());
    }
    if (instruction instanceof StackInstruction stack) {
      return stack(shape, stack.opcode());
    }
    if (instruction instanceof BranchInstruction branch) {
      return pop(shape, operands(branch.opcode()));
    }
    if (instruction instanceof NewObjectInstruction) {
      return shape.concat("A");
    }
    return rare(instruction, shape);
  }

  private static String rare(Instruction instruction, String shape) {
    if (instruction instanceof TypeCheckInstruction check) {
      return check.opcode() == Opcode.INSTANCEOF ? pop(shape, 1).concat("I") : shape;
    }
    if (instruction instanceof OperatorInstruction operator) {
      return operator(shape, operator);
    }
    if (instruction instanceof ArrayLoadInstruction load) {
      return push(pop(shape, 2), load.typeKind());
    }
    if (instruction instanceof ArrayStoreInstruction store) {
      return pop(shape, 2 + store.typeKind().slotSize());
    }
    if (instruction instanceof ConvertInstruction convert) {
      return push(pop(shape, convert.fromType().slotSize()), convert.toType());
    }
    if (instruction instanceof NewReferenceArrayInstruction
        || instruction instanceof NewPrimitiveArrayInstruction) {
      return pop(shape, 1).concat("A");
    }
    if (instruction instanceof NewMultiArrayInstruction array) {
      return pop(shape, array.dimensions()).concat("A");
    }
    if (instruction instanceof MonitorInstruction
        || instruction instanceof TableSwitchInstruction
        || instruction instanceof LookupSwitchInstruction) {
      return pop(shape, 1);
    }
    return shape; // nop, iinc
  }

  private static String call(String shape, MethodTypeDesc type, int receiver) {
    int slots = receiver;
    for (int i = 0; i < type.parameterCount(); i++) {
      slots += TypeKind.from(type.parameterType(i)).slotSize();
    }
    return push(pop(shape, slots), TypeKind.from(type.returnType()));
  }

  private static String field(String shape, FieldInstruction field) {
    ClassDesc type = field.typeSymbol();
    TypeKind kind = TypeKind.from(type);
    Opcode opcode = field.opcode();
    if (opcode == Opcode.GETSTATIC) {
      return push(shape, kind);
    }
    if (opcode == Opcode.GETFIELD) {
      return push(pop(shape, 1), kind);
    }
    return pop(shape, kind.slotSize() + (opcode == Opcode.PUTFIELD ? 1 : 0));
  }

  private static String operator(String shape, OperatorInstruction operator) {
    String name = operator.opcode().name();
    TypeKind kind = operator.typeKind();
    int slots = kind.slotSize();
    if (name.equals("ARRAYLENGTH")) {
      return pop(shape, 1).concat("I");
    }
    if (name.endsWith("NEG")) {
      return shape;
    }
    if (name.endsWith("SHL") || name.endsWith("SHR")) {
      return pop(shape, 1);
    }
    if (name.contains("CMP")) {
      return pop(shape, 2 * slots).concat("I");
    }
    return pop(shape, slots);
  }

  private static int operands(Opcode branch) {
    String name = branch.name();
    return name.startsWith("GOTO") ? 0 : name.contains("CMP") ? 2 : 1;
  }

  private static String stack(String shape, Opcode opcode) {
    return switch (opcode) {
      case POP -> pop(shape, 1);
      case POP2 -> pop(shape, 2);
      case DUP -> copy(shape, 1, 0);
      case DUP_X1 -> copy(shape, 1, 1);
      case DUP_X2 -> copy(shape, 1, 2);
      case DUP2 -> copy(shape, 2, 0);
      case DUP2_X1 -> copy(shape, 2, 1);
      case DUP2_X2 -> copy(shape, 2, 2);
      default -> swap(shape);
    };
  }

  /** Copies the top {@code slots} to below the {@code under} slots under them. */
  private static String copy(String shape, int slots, int under) {
    int top = shape.length() - slots;
    String copied = shape.substring(top);
    return shape.substring(0, top - under).concat(copied).concat(shape.substring(top - under));
  }

  private static String swap(String shape) {
    int end = shape.length();
    return shape
        .substring(0, end - 2)
        .concat(shape.substring(end - 1))
        .concat(shape.substring(end - 2, end - 1));
  }

  /** Of what begins with that letter; void for the second slot of a wide one. */
  public static TypeKind kind(char letter) {
    return switch (letter) {
      case 'I' -> TypeKind.INT;
      case 'F' -> TypeKind.FLOAT;
      case 'A' -> TypeKind.REFERENCE;
      case 'J' -> TypeKind.LONG;
      case 'D' -> TypeKind.DOUBLE;
      case 'R' -> throw new IrregularCode("a return address cannot be put aside");
      default -> TypeKind.VOID;
    };
  }

  private static String pop(String shape, int slots) {
    return shape.substring(0, shape.length() - slots);
  }

  private static String push(String shape, TypeKind kind) {
    return switch (kind) {
      case VOID -> shape;
      case LONG -> shape.concat("Jj");
      case DOUBLE -> shape.concat("Dd");
      case FLOAT -> shape.concat("F");
      case REFERENCE -> shape.concat("A");
      default -> shape.concat("I");
    };
  }
}
