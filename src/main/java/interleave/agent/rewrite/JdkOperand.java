package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import org.jspecify.annotations.Nullable;

/** What a hook in a class of the JDK's is told: an object. */
public final class JdkOperand {
  private static final int OF_RESULT = -1;

  public static final JdkOperand THIS = local(0);

  /** What the method returns; at its returns only. */
  public static final JdkOperand RESULT = local(OF_RESULT);

  private final int slot;
  private final @Nullable ClassDesc owner;
  private final String field;
  private final ClassDesc type;

  private JdkOperand(int slot, @Nullable ClassDesc owner, String field, ClassDesc type) {
    this.slot = slot;
    this.owner = owner;
    this.field = field;
    this.type = type;
  }

  /** An argument, of which the first is 1. */
  public static JdkOperand local(int slot) {
    return new JdkOperand(slot, null, "", JdkSite.OBJECT);
  }

  /** A field of the object in {@code slot}, by the internal names of its class and its type. */
  public static JdkOperand field(int slot, String owner, String name, String type) {
    return new JdkOperand(
        slot, ClassDesc.ofInternalName(owner), name, ClassDesc.ofInternalName(type));
  }

  /** An argument that is a long, by its slot. */
  public static JdkOperand number(int slot) {
    return new JdkOperand(slot, null, "", ConstantDescs.CD_long);
  }

  /** What the hook takes it as. */
  ClassDesc type() {
    return type.isPrimitive() ? type : JdkSite.OBJECT;
  }

  /** Puts it on the stack; the method's result has been put into {@code result}. */
  void load(CodeBuilder to, int result) {
    if (type.isPrimitive()) {
      to.lload(slot);
      return;
    }
    to.aload(slot == OF_RESULT ? result : slot);
    if (owner != null) {
      to.getfield(owner, field, type);
    }
  }
}
