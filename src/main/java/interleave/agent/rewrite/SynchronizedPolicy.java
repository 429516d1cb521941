package interleave.agent.rewrite;

import interleave.agent.trace.Notes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a synchronized method may enter its monitor by itself, in its body, so that the request
 * can be recorded before it waits. To the outside two things tell the difference. Asking for the
 * method's modifiers is answered as before, by {@link SynchronizedMethods}. And the JDK computes a
 * serialVersionUID from the modifiers where a serializable class declares none: such a class keeps
 * its methods as they are, and its monitors are not traced.
 *
 * <p>A class that is loaded already, and is changed by an agent of the program's, keeps what was
 * decided when it was loaded: the JVM lets no method change its modifiers.
 */
final class SynchronizedPolicy {
  private static final int FIRST_WITH_CLASS_CONSTANTS = 49;

  private final ClassModel model;
  private final Ancestry ancestry;
  private final boolean again;
  private final List<MethodModel> taken = new ArrayList<>();
  private @Nullable Boolean isBound;

  SynchronizedPolicy(ClassModel model, Ancestry ancestry, boolean again) {
    this.model = model;
    this.ancestry = ancestry;
    this.again = again;
  }

  /** The class is in use now as it was decided. */
  void confirm() {
    for (MethodModel each : taken) {
      SynchronizedMethods.add(
          owner(), each.methodName().stringValue(), each.methodType().stringValue());
    }
  }

  /** Nothing was taken over after all. */
  void reject() {
    taken.clear();
  }

  private String owner() {
    return model.thisClass().asInternalName().replace('/', '.');
  }

  boolean takesOver(MethodModel method) {
    if ((method.flags().flagsMask() & ClassFile.ACC_SYNCHRONIZED) == 0) {
      return false;
    }
    if (again) {
      return SynchronizedMethods.contains(
          owner(), method.methodName().stringValue(), method.methodType().stringValue());
    }
    Boolean bound = isBound;
    if (bound == null) {
      bound = isBound();
      isBound = bound;
      if (bound) {
        Notes.say(
            "The synchronized methods of class "
                .concat(owner())
                .concat(" are not traced: ")
                .concat(
                    isOld()
                        ? "it was compiled for a Java before 5."
                        : "its serialVersionUID depends on them."));
      }
    }
    if (bound) {
      return false;
    }
    taken.add(method);
    return true;
  }

  private boolean isOld() {
    return model.majorVersion() < FIRST_WITH_CLASS_CONSTANTS;
  }

  private boolean isBound() {
    if (isOld()) {
      return true;
    }
    for (FieldModel each : model.fields()) {
      if (each.fieldName().equalsString("serialVersionUID")) {
        return false;
      }
    }
    return ancestry.mayBe(model.thisClass().asInternalName(), "java/io/Serializable");
  }
}
