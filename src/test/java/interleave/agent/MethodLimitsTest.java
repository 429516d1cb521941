package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.field.WatchedFields;
import interleave.agent.rewrite.Rewriter;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import org.junit.jupiter.api.Test;

/** A method that hooks would make too long stays as it is, and the rest of its class does not. */
class MethodLimitsTest {
  private static final ClassDesc LOCK = ClassDesc.of("java.util.concurrent.locks.ReentrantLock");
  private static final ClassDesc OWNER = ClassDesc.of("generated.Long");

  private static ClassFile api() {
    return ClassFile.of();
  }

  private static void locks(CodeBuilder code, int times) {
    for (int i = 0; i < times; i++) {
      code.getstatic(OWNER, "lock", LOCK).invokevirtual(LOCK, "lock", ConstantDescs.MTD_void);
      code.getstatic(OWNER, "lock", LOCK).invokevirtual(LOCK, "unlock", ConstantDescs.MTD_void);
    }
    code.return_();
  }

  private static byte[] generated() {
    int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    return api()
        .build(
            OWNER,
            to ->
                to.withField("lock", LOCK, flags)
                    .withMethodBody("big", ConstantDescs.MTD_void, flags, c -> locks(c, 5000))
                    .withMethodBody("middle", ConstantDescs.MTD_void, flags, c -> locks(c, 500))
                    .withMethodBody("<clinit>", ConstantDescs.MTD_void, 8, c -> locks(c, 500))
                    .withMethodBody("small", ConstantDescs.MTD_void, flags, c -> locks(c, 1)));
  }

  @Test
  void aMethodThatWouldBecomeTooLongIsLeftAloneAndNotItsClass() {
    byte[] before = generated();
    byte[] after =
        new Rewriter(new Families(new WatchedFields("")))
            .transform(null, getClass().getClassLoader(), "generated/Long", null, null, before);
    assertThat(after).isNotNull();
    assertThat(hooks(after, "small")).isPositive();
    assertThat(hooks(after, "<clinit>")).as("runs once, compiled or not").isPositive();
    assertThat(hooks(after, "big")).as("would not be a class file any more").isZero();
    assertThat(hooks(after, "middle")).as("would be interpreted for ever").isZero();
    assertThat(length(after, "middle")).isEqualTo(length(before, "middle")).isLessThan(8000);
  }

  private static MethodModel method(byte[] bytes, String name) {
    return api().parse(bytes).methods().stream()
        .filter(m -> m.methodName().equalsString(name))
        .findFirst()
        .orElseThrow();
  }

  private static int length(byte[] bytes, String name) {
    return ((CodeAttribute) method(bytes, name).code().orElseThrow()).codeLength();
  }

  private static long hooks(byte[] bytes, String name) {
    return method(bytes, name)
        .code()
        .orElseThrow()
        .elementStream()
        .filter(
            e ->
                e instanceof InvokeInstruction call
                    && call.owner().asInternalName().startsWith("interleave/"))
        .count();
  }
}
