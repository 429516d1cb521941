package interleave.agent.rewrite;

import interleave.agent.trace.Names;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From which fields and variables the values on the operand stack were read, as far as that is
 * plain within one line of thought: at a jump, or an instruction that is not worth the trouble, all
 * is forgotten, and nothing is worse than a name that is not known.
 */
final class Operands {
  private final List<@Nullable String> stack = new ArrayList<>();
  private final Map<Integer, String> locals = new HashMap<>();
  private final Map<Integer, String> variables = new HashMap<>();

  /** What is {@code depth} values below the top. */
  @Nullable String at(int depth) {
    int at = stack.size() - 1 - depth;
    return at < 0 ? null : stack.get(at);
  }

  void forget() {
    stack.clear();
  }

  /** From here on the source calls what is in that slot by that name. */
  void variable(int slot, String name) {
    variables.put(slot, name);
  }

  /** What the source calls that slot here. */
  @Nullable String variableAt(int slot) {
    return variables.get(slot);
  }

  void endOfVariable(int slot) {
    variables.remove(slot);
  }

  private void push(@Nullable String name) {
    stack.add(name);
  }

  private @Nullable String pop() {
    return stack.isEmpty() ? null : stack.removeLast();
  }

  private void pop(int count) {
    for (int i = 0; i < count; i++) {
      pop();
    }
  }

  void pass(Instruction instruction) {
    if (instruction instanceof LoadInstruction load) {
      String field = locals.get(load.slot());
      push(field != null ? field : variables.get(load.slot()));
    } else if (instruction instanceof StoreInstruction store) {
      store(store.slot(), pop());
    } else if (instruction instanceof FieldInstruction field) {
      field(field);
    } else if (instruction instanceof InvokeInstruction call) {
      call(call);
    } else if (instruction instanceof InvokeDynamicInstruction made) {
      MethodTypeDesc type = made.typeSymbol();
      pop(type.parameterCount());
      push(null);
    } else if (instruction instanceof ConstantInstruction
        || instruction instanceof NewObjectInstruction) {
      push(null);
    } else {
      passOther(instruction);
    }
  }

  private void passOther(Instruction instruction) {
    if (instruction instanceof StackInstruction stacked) {
      stacked(stacked.opcode());
    } else if (instruction instanceof OperatorInstruction operator) {
      pop(isUnary(operator.opcode()) ? 1 : 2);
      push(null);
    } else if (instruction instanceof ArrayLoadInstruction) {
      pop(2);
      push(null);
    } else if (instruction instanceof ArrayStoreInstruction) {
      pop(3);
    } else if (instruction instanceof ConvertInstruction
        || instruction instanceof NewPrimitiveArrayInstruction
        || instruction instanceof NewReferenceArrayInstruction) {
      pop();
      push(null);
    } else if (instruction instanceof TypeCheckInstruction check) {
      if (check.opcode() == Opcode.INSTANCEOF) {
        pop();
        push(null);
      }
    } else if (instruction instanceof MonitorInstruction) {
      pop();
    } else if (!(instruction instanceof IncrementInstruction)
        && !(instruction instanceof NopInstruction)) {
      forget();
    }
  }

  private void store(int slot, @Nullable String name) {
    if (name == null) {
      locals.remove(slot);
    } else {
      locals.put(slot, name);
    }
  }

  private void field(FieldInstruction field) {
    Opcode opcode = field.opcode();
    if (opcode == Opcode.GETFIELD || opcode == Opcode.PUTFIELD) {
      pop();
    }
    if (opcode == Opcode.PUTFIELD || opcode == Opcode.PUTSTATIC) {
      pop();
    } else {
      push(nameOf(field));
    }
  }

  /** {@code Bank.lock}. */
  static String nameOf(FieldInstruction field) {
    return Names.simple(field.owner().asInternalName())
        .concat(".")
        .concat(field.name().stringValue());
  }

  private void call(InvokeInstruction call) {
    MethodTypeDesc type = call.typeSymbol();
    pop(type.parameterCount());
    String receiver = call.opcode() == Opcode.INVOKESTATIC ? null : pop();
    if (!type.returnType().equals(ConstantDescs.CD_void)) {
      // Both parts of a read-write lock are known by the field of the whole.
      boolean part = call.name().equalsString("readLock") || call.name().equalsString("writeLock");
      push(part ? receiver : null);
    }
  }

  private void stacked(Opcode opcode) {
    switch (opcode) {
      case DUP -> push(at(0));
      case POP -> pop();
      default -> forget();
    }
  }

  private static boolean isUnary(Opcode opcode) {
    return switch (opcode) {
      case INEG, LNEG, FNEG, DNEG, ARRAYLENGTH -> true;
      default -> false;
    };
  }
}
