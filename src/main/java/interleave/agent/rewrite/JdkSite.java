package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * A place in one method of a class of the JDK's where the tracer is told of what the program cannot
 * be asked: which task a pool runs, that a virtual thread ends. Nothing else of the class changes.
 */
public abstract class JdkSite {
  /** In whichever method. */
  public static final String ANY = "";

  protected static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  protected static final ClassDesc VOID = ConstantDescs.CD_void;

  /** The method's name and descriptor; or {@link #ANY}. */
  final String method;

  protected final ClassDesc hooks;

  /** Whether there was such a place; another version of the JDK may have none. */
  boolean found;

  protected JdkSite(String method, Class<?> hooks) {
    this.method = method;
    this.hooks = hooks.describeConstable().orElseThrow();
  }

  /** Before the first instruction. */
  protected void start(CodeBuilder to) {}

  /** Writes {@code instruction} with what goes around it; false to leave it to others. */
  protected boolean rewrite(Instruction instruction, CodeBuilder to) {
    return false;
  }

  /** Another version of the JDK may do without it. */
  public JdkSite ifThere() {
    found = true;
    return this;
  }

  /** It is there. */
  protected final void found() {
    found = true;
  }

  protected static boolean calls(Instruction instruction, String name) {
    return instruction instanceof InvokeInstruction call && call.name().equalsString(name);
  }

  /** {@code hook(operands…)} before the first instruction. */
  public static JdkSite atStart(
      String method, Class<?> hooks, String hook, JdkOperand... operands) {
    return new JdkSite(method, hooks) {
      @Override
      protected void start(CodeBuilder to) {
        found();
        hook(to, hook, operands, -1);
      }
    };
  }

  /** The same before each return. */
  public static JdkSite atReturn(
      String method, Class<?> hooks, String hook, JdkOperand... operands) {
    return new JdkSite(method, hooks) {
      @Override
      protected boolean rewrite(Instruction instruction, CodeBuilder to) {
        if (instruction instanceof ReturnInstruction returning) {
          found();
          int result = -1;
          if (returning.typeKind() == TypeKind.REFERENCE) {
            result = to.allocateLocal(TypeKind.REFERENCE);
            to.dup().astore(result);
          }
          hook(to, hook, operands, result);
        }
        return false;
      }
    };
  }

  /** Before calls of {@code call}, which takes one argument: {@code hook(receiver, argument)}. */
  public static JdkSite before(String method, String call, Class<?> hooks, String hook) {
    return new JdkSite(method, hooks) {
      @Override
      protected boolean rewrite(Instruction instruction, CodeBuilder to) {
        if (calls(instruction, call)) {
          found();
          to.dup2().invokestatic(this.hooks, hook, MethodTypeDesc.of(VOID, OBJECT, OBJECT));
        }
        return false;
      }
    };
  }

  /** After calls of {@code call}, which returns an object: {@code hook(result)}. */
  public static JdkSite after(String method, String call, Class<?> hooks, String hook) {
    return new JdkSite(method, hooks) {
      @Override
      protected boolean rewrite(Instruction instruction, CodeBuilder to) {
        if (!calls(instruction, call)) {
          return false;
        }
        found();
        to.with(instruction).dup().invokestatic(this.hooks, hook, MethodTypeDesc.of(VOID, OBJECT));
        return true;
      }
    };
  }

  /**
   * {@code hook(operands…)} before the first instruction of a method that returns nothing; where it
   * says true, it has done what the method was to do.
   */
  public static JdkSite standIn(
      String method, Class<?> hooks, String hook, JdkOperand... operands) {
    return new JdkSite(method, hooks) {
      @Override
      protected void start(CodeBuilder to) {
        found();
        Label goesOn = to.newLabel();
        call(to, hook, operands, -1, ConstantDescs.CD_boolean);
        to.ifeq(goesOn).return_().labelBinding(goesOn);
      }
    };
  }

  /** {@code hook} with the result of {@code call}, which takes its place. */
  public static JdkSite result(
      String method, String call, Class<?> hooks, String hook, ClassDesc type) {
    return new JdkSite(method, hooks) {
      @Override
      protected boolean rewrite(Instruction instruction, CodeBuilder to) {
        if (!calls(instruction, call)) {
          return false;
        }
        found();
        to.with(instruction).invokestatic(this.hooks, hook, MethodTypeDesc.of(type, type));
        return true;
      }
    };
  }

  /** {@code hook} with what a static field has; it takes its place. */
  public static JdkSite read(
      String method, String field, Class<?> hooks, String hook, ClassDesc type) {
    return new JdkSite(method, hooks) {
      @Override
      protected boolean rewrite(Instruction instruction, CodeBuilder to) {
        if (!(instruction instanceof FieldInstruction access)
            || access.opcode() != Opcode.GETSTATIC
            || !access.name().equalsString(field)) {
          return false;
        }
        found();
        to.with(instruction).invokestatic(this.hooks, hook, MethodTypeDesc.of(type, type));
        return true;
      }
    };
  }

  final void hook(CodeBuilder to, String hook, JdkOperand[] operands, int result) {
    call(to, hook, operands, result, VOID);
  }

  final void call(
      CodeBuilder to, String hook, JdkOperand[] operands, int result, ClassDesc returns) {
    ClassDesc[] types = new ClassDesc[operands.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = operands[i].type();
      operands[i].load(to, result);
    }
    to.invokestatic(hooks, hook, MethodTypeDesc.of(returns, types));
  }
}
