package interleave.agent.field;

import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.InstructionHook;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.trace.Names;
import interleave.event.Flags;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Watched fields. Each access is put between taking and letting go of the variable's lock:
 *
 * <pre>
 *       getstatic, pop                    a static field of another class: initialises that class
 *       variable = begin(receiver, …)
 * from: the access as it was
 *       read(value, …) or wrote(value, …)
 * to:
 * from…to threw: abandon(variable), throw it on
 * </pre>
 */
public final class FieldFamily extends HookFamily implements InstructionHook {
  private static final ClassDesc HOOKS = FieldHooks.class.describeConstable().orElseThrow();
  private static final ClassDesc VARIABLE = Variable.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc BEGIN =
      MethodTypeDesc.of(
          VARIABLE, ConstantDescs.CD_Object, ConstantDescs.CD_int, ConstantDescs.CD_int);
  private static final MethodTypeDesc BEGIN_STATIC =
      MethodTypeDesc.of(VARIABLE, ConstantDescs.CD_int, ConstantDescs.CD_int);
  private static final MethodTypeDesc ABANDON = MethodTypeDesc.of(ConstantDescs.CD_void, VARIABLE);

  private final Watch watched;

  public FieldFamily(Watch watched) {
    this.watched = watched;
  }

  @Override
  public String name() {
    return "Watched fields";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(FieldHooks.class, Variable.class, FieldHooks.Variables.class);
  }

  @Override
  public boolean isInside(String owner, String member) {
    return watched.mayHave(owner, member);
  }

  @Override
  public InstructionHook inside(MethodContext body) {
    return this;
  }

  @Override
  public boolean rewrite(Instruction instruction, CodeBuilder to, MethodContext body) {
    if (!(instruction instanceof FieldInstruction access)
        || !watched.mayHave(access.owner().asInternalName(), access.name().stringValue())) {
      return false;
    }
    String owner =
        watched.declarer(
            access.owner().asInternalName(), access.name().stringValue(), body.ancestry);
    boolean onHalfMade =
        body.isBeforeSuper()
            && access.opcode() == Opcode.PUTFIELD
            && access.owner().asInternalName().equals(body.ownerName);
    if (owner == null || onHalfMade) {
      return false;
    }
    body.freeTemporaries();
    new Access(
            access,
            to,
            body,
            FieldHooks.Variables.number(
                owner.concat(".").concat(access.name().stringValue()),
                Names.simple(owner).concat(".").concat(access.name().stringValue())),
            body.ancestry.isVolatile(owner, access.name().stringValue()) ? Flags.VOLATILE : 0)
        .write();
    return true;
  }

  /** One access that is being written. */
  private static final class Access {
    private final FieldInstruction access;
    private final CodeBuilder to;
    private final MethodContext body;
    private final int field;
    private final int order;
    private final TypeKind kind;
    private final int site;
    private final boolean isStatic;
    private final boolean isRead;
    private final int variable;
    private final int value;

    Access(FieldInstruction access, CodeBuilder to, MethodContext body, int field, int order) {
      this.access = access;
      this.to = to;
      this.body = body;
      this.field = field;
      this.order = order;
      this.kind = TypeKind.from(access.typeSymbol());
      this.site = body.site();
      this.isStatic = access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.PUTSTATIC;
      this.isRead = access.opcode() == Opcode.GETFIELD || access.opcode() == Opcode.GETSTATIC;
      this.variable = body.temporary(to, TypeKind.REFERENCE);
      this.value = body.temporary(to, kind);
    }

    void write() {
      Label from = to.newLabel();
      Label until = to.newLabel();
      Label handler = to.newLabel();
      Label done = to.newLabel();
      begin();
      to.labelBinding(from);
      to.with(access);
      if (isRead) {
        to.storeLocal(kind, value);
      }
      end();
      to.labelBinding(until);
      to.goto_(done);
      if (!body.isBeforeSuper()) {
        to.exceptionCatchAll(from, until, handler);
        to.labelBinding(handler);
        to.aload(variable).invokestatic(HOOKS, "abandon", ABANDON).athrow();
      }
      to.labelBinding(done);
      if (isRead) {
        to.loadLocal(kind, value);
      }
    }

    private void begin() {
      if (!isRead) {
        to.storeLocal(kind, value);
      }
      if (isStatic) {
        initialiseClass();
        to.loadConstant(field).loadConstant(site);
        to.invokestatic(HOOKS, "beginStatic", BEGIN_STATIC);
      } else {
        to.dup().loadConstant(field).loadConstant(site).invokestatic(HOOKS, "begin", BEGIN);
      }
      to.astore(variable);
      if (!isRead) {
        to.loadLocal(kind, value);
      }
    }

    private void initialiseClass() {
      if (!access.owner().asInternalName().equals(body.ownerName)) {
        to.getstatic(access.owner().asSymbol(), access.name().stringValue(), access.typeSymbol());
        if (kind.slotSize() == 2) {
          to.pop2();
        } else {
          to.pop();
        }
      }
    }

    private void end() {
      ClassDesc type = access.typeSymbol();
      ClassDesc handed =
          switch (kind) {
            case LONG, FLOAT, DOUBLE -> type;
            case REFERENCE -> ConstantDescs.CD_Object;
            default -> ConstantDescs.CD_int;
          };
      to.loadLocal(kind, value)
          .loadConstant(FieldHooks.type(type.descriptorString().charAt(0)) | order)
          .aload(variable)
          .loadConstant(site)
          .invokestatic(
              HOOKS,
              isRead ? "read" : "wrote",
              MethodTypeDesc.of(
                  ConstantDescs.CD_void,
                  handed,
                  ConstantDescs.CD_int,
                  VARIABLE,
                  ConstantDescs.CD_int));
    }
  }
}
