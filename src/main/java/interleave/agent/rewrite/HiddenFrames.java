package interleave.agent.rewrite;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;

/**
 * Keeps frames of ours out of the program's stack traces. The JVM leaves out methods with the
 * annotation {@code @Hidden} of its own classes, which those on the boot class path are; the
 * compiler does not let us write that annotation, so it is added when the class is loaded.
 */
final class HiddenFrames {
  private static final ClassDesc HIDDEN = ClassDesc.of("jdk.internal.vm.annotation.Hidden");

  private HiddenFrames() {}

  static byte[] hide(byte[] classFile) {
    ClassFile api = ClassFile.of();
    return api.transformClass(
        api.parse(classFile),
        new ClassTransform() {
          @Override
          public void accept(ClassBuilder to, ClassElement element) {
            if (element instanceof MethodModel m && !isInitializer(m)) {
              to.transformMethod(m, annotating());
            } else {
              to.with(element);
            }
          }
        });
  }

  /** Constructors must not be hidden, nor need they be. */
  private static boolean isInitializer(MethodModel method) {
    return method.methodName().stringValue().startsWith("<");
  }

  private static MethodTransform annotating() {
    return new MethodTransform() {
      @Override
      public void accept(MethodBuilder to, MethodElement element) {
        to.with(element);
      }

      @Override
      public void atEnd(MethodBuilder to) {
        to.with(RuntimeVisibleAnnotationsAttribute.of(Annotation.of(HIDDEN)));
      }
    };
  }
}
