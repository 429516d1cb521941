package interleave.agent.thread;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/**
 * The class of a thread-local that tells {@link ThreadEnds} of its thread's end. It is written
 * here, since no compiler would let us extend the JDK's own.
 */
final class LastWord {
  private static final ClassDesc BASE = ClassDesc.of("jdk.internal.misc.TerminatingThreadLocal");
  private static final ClassDesc ENDS = ThreadEnds.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc ENDED =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);

  private LastWord() {}

  static byte[] classFile() {
    ClassDesc name = ClassDesc.of(LastWord.class.getName().concat("Local"));
    // No lambdas: the first one would cost the traced process more than all the rest here.
    return ClassFile.of()
        .build(
            name,
            new Consumer<ClassBuilder>() {
              @Override
              public void accept(ClassBuilder to) {
                write(to);
              }
            });
  }

  private static void write(ClassBuilder to) {
    to.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
        .withSuperclass(BASE)
        .withMethodBody(
            ConstantDescs.INIT_NAME,
            ConstantDescs.MTD_void,
            ClassFile.ACC_PUBLIC,
            new Consumer<CodeBuilder>() {
              @Override
              public void accept(CodeBuilder code) {
                code.aload(0)
                    .invokespecial(BASE, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                    .return_();
              }
            })
        .withMethodBody(
            "threadTerminated",
            ENDED,
            ClassFile.ACC_PROTECTED,
            new Consumer<CodeBuilder>() {
              @Override
              public void accept(CodeBuilder code) {
                code.aload(1).invokestatic(ENDS, "ended", ENDED).return_();
              }
            });
  }
}
