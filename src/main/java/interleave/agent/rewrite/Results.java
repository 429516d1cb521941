package interleave.agent.rewrite;

import interleave.agent.trace.Names;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.List;

/**
 * Which field or variable takes the result of a call, where the next instruction puts it there:
 * what the call has made is named after it.
 */
final class Results {
  private static final int NONE = -1;

  private int site = NONE;
  private boolean justMade;
  private int stored = NONE;
  private int slot;

  /** The call that comes next, at that place, makes something that wants a name. */
  void expect(int place) {
    site = place;
    justMade = true;
  }

  /**
   * Goes on past {@code instruction}.
   *
   * @param operands which variables there are already
   */
  void pass(Instruction instruction, Operands operands) {
    if (site == NONE) {
      return;
    }
    if (justMade) {
      justMade = false;
      return;
    }
    if (instruction instanceof TypeCheckInstruction) {
      return; // of a generic type
    }
    int of = site;
    site = NONE;
    if (instruction instanceof StoreInstruction store) {
      String known = operands.variableAt(store.slot());
      if (known == null) {
        stored = of;
        slot = store.slot(); // its name is known from the next instruction on
      } else {
        Names.hintOfResult(of, known);
      }
    } else if (instruction instanceof FieldInstruction field
        && (field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC)) {
      Names.hintOfResult(of, Operands.nameOf(field));
    } else {
      Names.hintOfResult(of, null);
    }
  }

  /** Variables may begin here. */
  void pass(Label label, List<LocalVariable> variables) {
    if (stored == NONE) {
      return;
    }
    for (LocalVariable each : variables) {
      if (each.slot() == slot && each.startScope() == label) {
        Names.hintOfResult(stored, each.name().stringValue());
        stored = NONE;
        return;
      }
    }
  }
}
