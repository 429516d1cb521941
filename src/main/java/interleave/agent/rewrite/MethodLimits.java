package interleave.agent.rewrite;

import interleave.agent.trace.Notes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of one class are rewritten: those that may get hooks, but not those that hooks
 * would make too long: longer than a class file allows, or longer than the JVM compiles, so that a
 * method that computes would be interpreted for ever.
 */
final class MethodLimits {
  /** Beyond this many bytes the JVM only interprets a method. */
  private static final int COMPILED = 8000;

  /** Hooks make no shorter method exceed a limit. */
  private static final int LONG = COMPILED / 8;

  private final ClassModel model;
  private final Set<MethodModel> rewritten = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> left = new HashSet<>();
  private final List<MethodModel> candidates = new ArrayList<>();

  /** The only one that is to be rewritten; null for all that are not left. */
  private @Nullable MethodModel only;

  MethodLimits(ClassModel model, RelevantMethods relevant) {
    this.model = model;
    int index = 0;
    for (MethodModel each : model.methods()) {
      if (relevant.contains(index++)) {
        rewritten.add(each);
        if (length(each) > LONG) {
          candidates.add(each);
        }
      }
    }
  }

  private static int length(MethodModel method) {
    return method.code().orElse(null) instanceof CodeAttribute code ? code.codeLength() : 0;
  }

  private static String key(MethodModel method) {
    return method.methodName().stringValue().concat(method.methodType().stringValue());
  }

  /** Whether {@code method} may get hooks. */
  boolean allow(MethodModel method) {
    return (only == null ? rewritten.contains(method) : only == method)
        && (left.isEmpty() || !left.contains(key(method)));
  }

  /** Rewrites the class with what is {@link #allow}ed. */
  interface Attempt {
    byte[] rewrite();
  }

  /** Some method did not fit into a class file: which; false when it was not for its length. */
  boolean findTooLong(Attempt attempt) {
    int before = left.size();
    for (MethodModel each : candidates) {
      only = each;
      if (allow(each) && !fits(attempt)) {
        leave(each, "longer than a class file allows");
      }
    }
    only = null;
    return left.size() > before;
  }

  private static boolean fits(Attempt attempt) {
    try {
      attempt.rewrite();
      return true;
    } catch (IrregularCode e) {
      return true; // that is another matter
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a method of {@code rewritten} has become too long for the JVM's compilers. */
  boolean isExceeded(byte[] rewritten) {
    int before = left.size();
    if (!candidates.isEmpty()) {
      for (MethodModel each : ClassFile.of().parse(rewritten).methods()) {
        if (length(each) > COMPILED) {
          grown(key(each));
        }
      }
    }
    return left.size() > before;
  }

  private void grown(String key) {
    for (MethodModel each : candidates) {
      boolean runsOnce = each.methodName().equalsString("<clinit>");
      if (!runsOnce && key(each).equals(key) && length(each) <= COMPILED) {
        leave(each, "longer than what the JVM compiles");
      }
    }
  }

  private void leave(MethodModel method, String why) {
    if (left.add(key(method))) {
      Notes.say(
          "Method "
              .concat(method.methodName().stringValue())
              .concat(" of class ")
              .concat(model.thisClass().asInternalName().replace('/', '.'))
              .concat(" is not traced: its code would become ")
              .concat(why)
              .concat("."));
    }
  }
}
