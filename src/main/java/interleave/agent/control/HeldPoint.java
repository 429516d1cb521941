package interleave.agent.control;

import interleave.agent.control.call.CollectionCalls;
import interleave.agent.field.Watch;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Points;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/**
 * Where a field that may be watched gets or gives an array or a collection: from then on that
 * array's elements are watched, or calls on that collection.
 */
final class HeldPoint implements Points.Point {
  private final Points.@Nullable Point access;
  private final boolean gives;
  private final int field;

  private HeldPoint(Points.@Nullable Point access, boolean gives, int field) {
    this.access = access;
    this.gives = gives;
    this.field = field;
  }

  /**
   * The same point where the field is for neither.
   *
   * @param access of the field itself; null where that may not change, or is not watched
   */
  static Points.@Nullable Point of(
      FieldInstruction of, Points.@Nullable Point access, MethodContext body, Watch watch) {
    String owner = of.owner().asInternalName();
    String name = of.name().stringValue();
    if (!isShared(of.type().stringValue()) || !watch.holds(owner, name, body.ancestry)) {
      return access;
    }
    boolean gives = of.opcode() == Opcode.GETFIELD || of.opcode() == Opcode.GETSTATIC;
    return new HeldPoint(access, gives, Fields.number(owner, name));
  }

  /** Whether what has that type may be an array or a collection. */
  static boolean isShared(String descriptor) {
    return descriptor.charAt(0) == '['
        || descriptor.charAt(0) == 'L'
            && CollectionCalls.isContainer(descriptor.substring(1, descriptor.length() - 1));
  }

  @Override
  public void before(CodeBuilder to, MethodContext body) {
    if (!gives) {
      hold(to);
    }
    if (access != null) {
      access.before(to, body);
    }
  }

  private void hold(CodeBuilder to) {
    to.dup().loadConstant(field);
    to.invokestatic(
        ControlFamily.VARIABLES,
        "held",
        MethodTypeDesc.of(ControlFamily.VOID, ControlFamily.OBJECT, ControlFamily.INT));
  }

  @Override
  public void write(CodeBuilder to, Instruction instruction) {
    to.with(instruction);
  }

  @Override
  public void after(CodeBuilder to, MethodContext body) {
    if (access != null) {
      access.after(to, body);
    }
    if (gives) {
      hold(to);
    }
  }
}
