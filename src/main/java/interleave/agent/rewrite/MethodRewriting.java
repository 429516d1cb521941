package interleave.agent.rewrite;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one method body. The handlers of hooks must be asked before the program's own, which are
 * therefore kept back until the end; those around the whole body come last, the innermost first.
 */
final class MethodRewriting implements CodeTransform {
  private final HookRegistry hooks;
  private final MethodContext body;
  private final List<ExceptionCatch> programsHandlers = new ArrayList<>();
  private final List<BodyHook> around = new ArrayList<>();
  private final List<InstructionHook> inside = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private @Nullable Label stretchStart;

  /** Instructions that the hooks around the body cover: all but what they added themselves. */
  private record Stretch(Label from, Label to) {}

  MethodRewriting(HookRegistry hooks, MethodContext body) {
    this.hooks = hooks;
    this.body = body;
    body.points = hooks.points();
  }

  @Override
  public void atStart(CodeBuilder to) {
    for (HookFamily family : hooks.active()) {
      BodyHook whole = isAsked(family) ? family.around(body) : null;
      if (whole != null) {
        around.add(whole);
      }
      InstructionHook parts = family.inside(body);
      if (parts != null) {
        inside.add(parts);
      }
    }
    for (BodyHook hook : around) {
      hook.begin(to, body);
    }
    startStretch(to);
  }

  private boolean isAsked(HookFamily family) {
    return (body.flags & ClassFile.ACC_SYNCHRONIZED) != 0
        || family.isAround(body.method, body.descriptor);
  }

  @Override
  public void accept(CodeBuilder to, CodeElement element) {
    // A switch over patterns would cost a traced process 10 ms before its first instruction.
    if (element instanceof ExceptionCatch handler) {
      programsHandlers.add(handler);
    } else if (element instanceof ReturnInstruction returning && !around.isEmpty()) {
      end(to, returning);
    } else if (element instanceof Instruction instruction) {
      if (!rewrite(to, instruction)) {
        to.with(instruction);
      }
      body.pass(instruction);
    } else {
      if (element instanceof LineNumber number) {
        body.line = number.line();
      } else if (element instanceof LabelTarget target) {
        body.pass(target.label());
      } else if (element instanceof LocalVariable variable) {
        body.variable(variable);
      }
      to.with(element);
    }
  }

  private boolean rewrite(CodeBuilder to, Instruction instruction) {
    Points points = hooks.points();
    Points.Point point = points == null ? null : points.pointOf(instruction, body);
    if (point == null) {
      return record(to, instruction, null);
    }
    body.freeTemporaries();
    point.before(to, body);
    if (!record(to, instruction, point)) {
      point.write(to, instruction);
      point.after(to, body);
    } else if (!(instruction instanceof InvokeInstruction)) {
      point.after(to, body);
    }
    return true;
  }

  private boolean record(CodeBuilder to, Instruction instruction, Points.@Nullable Point point) {
    if (instruction instanceof InvokeInstruction call) {
      CallHook hook = hooks.hookOf(call, body);
      if (hook != null) {
        CallSite.write(to, call, hook, body, point);
        return true;
      }
    }
    if (Reference.rewrite(instruction, to, body, hooks)) {
      return true;
    }
    for (InstructionHook each : inside) {
      if (each.rewrite(instruction, to, body)) {
        return true;
      }
    }
    return false;
  }

  private void startStretch(CodeBuilder to) {
    Label label = to.newLabel();
    to.labelBinding(label);
    stretchStart = label;
  }

  private void endStretch(CodeBuilder to) {
    Label from = stretchStart;
    if (from != null) {
      Label label = to.newLabel();
      to.labelBinding(label);
      stretches.add(new Stretch(from, label));
      stretchStart = null;
    }
  }

  private void end(CodeBuilder to, ReturnInstruction returning) {
    body.freeTemporaries();
    TypeKind kind = returning.typeKind();
    boolean value = returning.opcode() != Opcode.RETURN;
    int result = value ? body.temporary(to, kind) : -1;
    // An instruction of the program's must stand in each stretch, so that none is empty.
    if (value) {
      to.storeLocal(kind, result);
    } else {
      to.nop();
    }
    drop(to, body.stacks.nextReturn(kind.slotSize()));
    endStretch(to);
    for (int i = around.size() - 1; i >= 0; i--) {
      around.get(i).end(to, body, kind == TypeKind.REFERENCE ? result : -1);
    }
    if (value) {
      to.loadLocal(kind, result);
    }
    to.with(returning);
    startStretch(to);
  }

  /** What has that shape is of no more use to a method that returns. */
  private static void drop(CodeBuilder to, String shape) {
    for (int i = shape.length() - 1; i >= 0; i--) {
      TypeKind kind = StackEffect.kind(shape.charAt(i));
      if (kind == TypeKind.LONG || kind == TypeKind.DOUBLE) {
        to.pop2();
      } else if (kind != TypeKind.VOID) {
        to.pop();
      }
    }
  }

  @Override
  public void atEnd(CodeBuilder to) {
    if (!around.isEmpty()) {
      to.nop();
      endStretch(to);
    }
    for (ExceptionCatch each : programsHandlers) {
      to.with(each);
    }
    if (!around.isEmpty()) {
      Label handler = to.newLabel();
      for (Stretch each : stretches) {
        to.exceptionCatchAll(each.from(), each.to(), handler);
      }
      to.labelBinding(handler);
      body.freeTemporaries();
      int exception = body.temporary(to, TypeKind.REFERENCE);
      to.astore(exception);
      for (int i = around.size() - 1; i >= 0; i--) {
        around.get(i).failed(to, body, exception);
      }
      to.aload(exception).athrow();
    }
  }
}
