package interleave.agent.rewrite;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method that is being rewritten, and where in it we are. */
public final class MethodContext {
  public final ClassDesc owner;
  public final String ownerName;
  final String superclass;
  public final String method;
  public final String descriptor;
  public final int flags;
  final int classVersion;
  public final Ancestry ancestry;
  private final String file;
  private final boolean watchesSuper;

  /** What lies on the stack at monitors and returns. */
  public final StackShapes stacks;

  int line;

  /** Where threads stand; null for a program that is not under control. */
  public @Nullable Points points;

  /** Where what lies on the stack was read from. */
  final Operands operands = new Operands();

  /** Where what was made goes to. */
  final Results results = new Results();

  private final List<LocalVariable> variables = new ArrayList<>();
  private boolean superCalled;
  private int madeOfSameClass;
  private int firstTemporary;
  private int temporaries;
  private int allocated;

  MethodContext(
      ClassEntry owner,
      String superclass,
      String method,
      String descriptor,
      int flags,
      int classVersion,
      String file,
      Ancestry ancestry,
      StackShapes stacks) {
    this.stacks = stacks;
    this.owner = owner.asSymbol();
    this.ownerName = owner.asInternalName();
    this.superclass = superclass;
    this.method = method;
    this.descriptor = descriptor;
    this.flags = flags;
    this.classVersion = classVersion;
    this.file = file;
    this.ancestry = ancestry;
    this.watchesSuper = method.equals("<init>");
  }

  public boolean isStatic() {
    return (flags & java.lang.classfile.ClassFile.ACC_STATIC) != 0;
  }

  /** Whether {@code this} is not an object yet: in a constructor, before {@code super()}. */
  public boolean isBeforeSuper() {
    return watchesSuper && !superCalled;
  }

  /** The id of where we are. */
  public int site() {
    return Lane.RECORDER.site(file, line, spoken(method), ownerName.replace('/', '.'));
  }

  /**
   * The same, where the program may use a lock for the first time: it is named after the field that
   * it was read from.
   *
   * @param above how many values lie on the stack above it
   */
  public int siteOfLock(int above) {
    int site = site();
    Names.hint(site, operands.at(above));
    return site;
  }

  /** The name of the source file; empty where that is not known. */
  public String file() {
    return file;
  }

  /** The line of the source that we are at. */
  public int line() {
    return line;
  }

  /** From which field or variable the value was read that lies below so many others. */
  public @Nullable String nameOf(int above) {
    return operands.at(above);
  }

  /** Lambdas are shown as the method in which they are written. */
  private static String spoken(String method) {
    if (!method.startsWith("lambda$")) {
      return method;
    }
    int end = method.lastIndexOf('$');
    return end > "lambda$".length() ? method.substring("lambda$".length(), end) : method;
  }

  /** All temporaries may be used anew. */
  public void freeTemporaries() {
    temporaries = 0;
  }

  /** A local variable that nobody else uses until {@link #freeTemporaries}. */
  public int temporary(CodeBuilder code, TypeKind kind) {
    int at = temporaries;
    temporaries += kind.slotSize();
    while (allocated < temporaries) {
      int slot = code.allocateLocal(TypeKind.INT);
      if (allocated == 0 || slot != firstTemporary + allocated) {
        // The first one, or somebody else got the slot that would follow: a new row begins here.
        firstTemporary = slot;
        allocated = 0;
        at = 0;
        temporaries = kind.slotSize();
      }
      allocated++;
    }
    return firstTemporary + at;
  }

  /** The source calls a local variable {@code of.name()} between two labels. */
  void variable(LocalVariable of) {
    variables.add(of);
  }

  /** Code may come here from elsewhere, with something else on the stack. */
  void pass(Label label) {
    results.pass(label, variables);
    operands.forget();
    for (LocalVariable each : variables) {
      if (each.endScope() == label) {
        operands.endOfVariable(each.slot());
      }
    }
    for (LocalVariable each : variables) {
      if (each.startScope() == label && !each.name().equalsString("this")) {
        operands.variable(each.slot(), each.name().stringValue());
      }
    }
  }

  /** Goes on past {@code instruction}. */
  void pass(Instruction instruction) {
    results.pass(instruction, operands);
    operands.pass(instruction);
    if (instruction instanceof NewObjectInstruction made
        && isOfSameClass(made.className().asInternalName())) {
      madeOfSameClass++;
    } else if (instruction instanceof InvokeInstruction call) {
      passCall(call);
    }
  }

  private boolean isOfSameClass(String made) {
    return made.equals(ownerName) || made.equals(superclass);
  }

  private void passCall(InvokeInstruction call) {
    if (watchesSuper
        && call.name().equalsString("<init>")
        && isOfSameClass(call.owner().asInternalName())) {
      if (madeOfSameClass > 0) {
        madeOfSameClass--;
      } else {
        superCalled = true;
      }
    }
  }
}
