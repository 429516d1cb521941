package interleave.agent.rewrite;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction.JsrInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction.RetInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies on the stack at the monitor instructions of a method, and at its returns. Compilers
 * differ: one leaves a monitor with the caught exception below it, another enters one in the midst
 * of an expression.
 *
 * <p>Follows the code along its branches and goes over each instruction once; that suffices, since
 * the JVM verifies that the stack has the same shape on every way to an instruction. A shape is a
 * text of {@link StackEffect}.
 */
public final class StackShapes {
  private final List<CodeElement> elements = new ArrayList<>();
  private final Map<Label, Integer> labels = new HashMap<>();
  private final ArrayDeque<Place> open = new ArrayDeque<>();
  private final @Nullable String[] shapes;
  private final List<@Nullable String> monitors = new ArrayList<>();
  private final List<@Nullable String> returns = new ArrayList<>();
  private int nextMonitor;
  private int nextReturn;

  /** An instruction that can be reached, and with what on the stack. */
  private record Place(int index, String shape) {}

  /**
   * @param wanted whether somebody will ask for returns; monitors are found out by themselves
   */
  StackShapes(CodeModel code, boolean wanted) {
    if (wanted || hasMonitor(code)) {
      for (CodeElement each : code) {
        if (each instanceof LabelTarget target) {
          labels.put(target.label(), elements.size());
        }
        elements.add(each);
      }
    }
    shapes = new @Nullable String[elements.size()];
    follow();
    keep();
  }

  private static boolean hasMonitor(CodeModel code) {
    for (CodeElement each : code) {
      if (each instanceof MonitorInstruction) {
        return true;
      }
    }
    return false;
  }

  /** Below the monitor that the next monitor instruction takes from the stack. */
  public String nextMonitor() {
    String shape = monitors.get(nextMonitor++);
    return shape == null ? "" : shape.substring(0, shape.length() - 1);
  }

  /** Below the value that the next return takes from the stack; empty where nobody asked. */
  String nextReturn(int slots) {
    String shape = nextReturn < returns.size() ? returns.get(nextReturn++) : null;
    return shape == null ? "" : shape.substring(0, shape.length() - slots);
  }

  /** Code that cannot be reached has no shape. */
  private void keep() {
    for (int i = 0; i < shapes.length; i++) {
      if (elements.get(i) instanceof MonitorInstruction) {
        monitors.add(shapes[i]);
      } else if (elements.get(i) instanceof ReturnInstruction) {
        returns.add(shapes[i]);
      }
    }
  }

  private void follow() {
    open.add(new Place(0, ""));
    for (CodeElement each : elements) {
      if (each instanceof ExceptionCatch handler) {
        reach(handler.handler(), "A");
      }
    }
    while (!open.isEmpty()) {
      Place place = open.removeLast();
      int index = place.index();
      String shape = place.shape();
      while (shape != null && index < shapes.length && shapes[index] == null) {
        shapes[index] = shape;
        if (elements.get(index) instanceof Instruction instruction) {
          shape = pass(instruction, shape);
        }
        index++;
      }
    }
  }

  /** The shape behind {@code instruction}; null where the code does not go on. */
  private @Nullable String pass(Instruction instruction, String shape) {
    if (instruction instanceof ReturnInstruction
        || instruction instanceof ThrowInstruction
        || instruction instanceof RetInstruction) {
      return null;
    }
    if (instruction instanceof JsrInstruction jsr) {
      reach(jsr.target(), shape.concat("R"));
      return shape; // the subroutine comes back
    }
    String after = StackEffect.of(instruction, shape);
    if (instruction instanceof BranchInstruction branch) {
      reach(branch.target(), after);
      Opcode opcode = branch.opcode();
      return opcode == Opcode.GOTO || opcode == Opcode.GOTO_W ? null : after;
    }
    if (instruction instanceof TableSwitchInstruction table) {
      reach(table.defaultTarget(), table.cases(), after);
      return null;
    }
    if (instruction instanceof LookupSwitchInstruction lookup) {
      reach(lookup.defaultTarget(), lookup.cases(), after);
      return null;
    }
    return after;
  }

  private void reach(Label otherwise, List<SwitchCase> cases, String shape) {
    reach(otherwise, shape);
    for (SwitchCase each : cases) {
      reach(each.target(), shape);
    }
  }

  private void reach(Label target, String shape) {
    Integer index = labels.get(target);
    if (index != null) {
      open.add(new Place(index, shape));
    }
  }
}
