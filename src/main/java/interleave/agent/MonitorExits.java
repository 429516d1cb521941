package interleave.agent;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies on the stack below the monitor where a method leaves one: nothing, except that {@code
 * return value} leaves the value there while it leaves one monitor after the other.
 */
final class MonitorExits {
  private final List<TypeKind> below = new ArrayList<>();
  private int next;

  MonitorExits(CodeModel code) {
    int waiting = 0;
    boolean loaded = false;
    for (CodeElement element : code) {
      if (!(element instanceof Instruction instruction)) {
        continue;
      }
      if (instruction instanceof MonitorInstruction monitor
          && monitor.opcode() == Opcode.MONITOREXIT) {
        below.add(TypeKind.VOID);
        waiting++;
        loaded = false;
      } else if (instruction instanceof LoadInstruction && waiting > 0 && !loaded) {
        loaded = true; // the next monitor to leave, or an exception to throw on
      } else {
        if (instruction instanceof ReturnInstruction returning && !loaded) {
          for (int i = below.size() - waiting; i < below.size(); i++) {
            below.set(i, returning.typeKind());
          }
        }
        waiting = 0;
        loaded = false;
      }
    }
  }

  /** Of the next instruction that leaves a monitor. */
  TypeKind next() {
    return below.get(next++);
  }
}
