package interleave.agent.rewrite;

import interleave.agent.trace.Notes;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.LineNumber;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rewrites classes, one at a time per thread. */
final class ClassRewriting {
  private final HookRegistry hooks;

  ClassRewriting(HookRegistry hooks) {
    this.hooks = hooks;
  }

  /**
   * The class with its hooks; null when it needs none or must stay as it is.
   *
   * @param again whether it is there already, and in use
   */
  byte @Nullable [] rewrite(ClassLoader loader, String name, byte[] bytes, boolean again) {
    Ancestry ancestry = new Ancestry(loader);
    ClassOutline outline = new ClassOutline(bytes);
    ancestry.add(outline);
    HookRegistry fitting = hooks.of(name, outline.constants);
    ClassRewriting with = fitting == hooks ? this : new ClassRewriting(fitting);
    byte[] plain = bytes;
    Points points = fitting.points();
    if (points != null && !again) { // a class that is in use gets no more methods
      plain = ReferenceBodies.written(api(ancestry), outline, bytes, points);
      outline = plain == bytes ? outline : new ClassOutline(plain);
    }
    RelevantMethods relevant = new RelevantMethods(outline, fitting);
    return relevant.any() ? with.rewrite(name, plain, relevant, ancestry, again) : null;
  }

  private static ClassFile api(Ancestry ancestry) {
    return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ancestry));
  }

  /** Rewrites those methods that are {@code relevant}. */
  byte @Nullable [] rewrite(
      String name, byte[] bytes, RelevantMethods relevant, Ancestry ancestry, boolean again) {
    ClassFile api = api(ancestry);
    ClassModel model = api.parse(bytes);
    SynchronizedPolicy policy = new SynchronizedPolicy(model, ancestry, again);
    byte[] rewritten = rewrite(api, model, new MethodLimits(model, relevant), ancestry, policy);
    String missing = ancestry.missing();
    if (missing != null) {
      // The frames may be too general now, and the JVM would refuse the class.
      Notes.say(
          "Class "
              .concat(name.replace('/', '.'))
              .concat(" is not traced: the file of class ")
              .concat(missing.replace('/', '.'))
              .concat(" is not to be found."));
      return null;
    }
    policy.confirm();
    return Arrays.equals(rewritten, bytes) ? null : rewritten;
  }

  private byte[] rewrite(
      ClassFile api,
      ClassModel model,
      MethodLimits limits,
      Ancestry ancestry,
      SynchronizedPolicy policy) {
    try {
      return rewrite(api, hooks, model, limits, ancestry, policy);
    } catch (IrregularCode e) {
      Notes.say(
          "Monitors in class "
              .concat(model.thisClass().asInternalName().replace('/', '.'))
              .concat(" are not traced: its code is not like a compiler's."));
      policy.reject();
      return rewrite(api, hooks.withoutMonitors(), model, limits, ancestry, policy);
    }
  }

  private static byte[] rewrite(
      ClassFile api,
      HookRegistry hooks,
      ClassModel model,
      MethodLimits limits,
      Ancestry ancestry,
      SynchronizedPolicy policy) {
    MethodLimits.Attempt attempt =
        new MethodLimits.Attempt() {
          @Override
          public byte[] rewrite() {
            policy.reject();
            return api.transformClass(model, new Rewriting(hooks, model, limits, ancestry, policy));
          }
        };
    byte[] rewritten;
    do {
      try {
        rewritten = attempt.rewrite();
      } catch (IrregularCode e) {
        throw e;
      } catch (IllegalArgumentException e) {
        if (!limits.findTooLong(attempt)) {
          throw e;
        }
        rewritten = attempt.rewrite();
      }
    } while (limits.isExceeded(rewritten));
    return rewritten;
  }

  private static final class Rewriting implements ClassTransform {
    private final HookRegistry hooks;
    private final ClassModel model;
    private final MethodLimits limits;
    private final Ancestry ancestry;
    private final String file;
    private final SynchronizedPolicy policy;

    Rewriting(
        HookRegistry hooks,
        ClassModel model,
        MethodLimits limits,
        Ancestry ancestry,
        SynchronizedPolicy policy) {
      this.hooks = hooks;
      this.model = model;
      this.limits = limits;
      this.ancestry = ancestry;
      this.policy = policy;
      SourceFileAttribute source = model.findAttribute(Attributes.sourceFile()).orElse(null);
      this.file = source == null ? "" : source.sourceFile().stringValue();
    }

    @Override
    public void accept(ClassBuilder to, ClassElement element) {
      if (element instanceof MethodModel method && limits.allow(method)) {
        to.transformMethod(method, rewriting(method));
      } else {
        to.with(element);
      }
    }

    private MethodTransform rewriting(MethodModel method) {
      boolean takesMonitor = hooks.takesMonitors() && policy.takesOver(method);
      int flags =
          takesMonitor
              ? method.flags().flagsMask()
              : method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
      return new MethodTransform() {
        @Override
        public void accept(MethodBuilder to, MethodElement element) {
          if (element instanceof CodeModel code) {
            to.transformCode(
                code,
                CodeTransform.ofStateful(
                    new Supplier<CodeTransform>() {
                      @Override
                      public CodeTransform get() {
                        return rewriting(method, code, flags);
                      }
                    }));
          } else if (element instanceof AccessFlags of && takesMonitor) {
            to.withFlags(of.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
          } else {
            to.with(element);
          }
        }
      };
    }

    /** {@code flags} say synchronized where the body is to enter the monitor by itself. */
    private MethodRewriting rewriting(MethodModel method, CodeModel code, int flags) {
      ClassEntry superclass = model.superclass().orElse(null);
      MethodContext body =
          new MethodContext(
              model.thisClass(),
              superclass == null ? "" : superclass.asInternalName(),
              method.methodName().stringValue(),
              method.methodType().stringValue(),
              flags,
              model.majorVersion(),
              file,
              ancestry,
              new StackShapes(code, (flags & ClassFile.ACC_SYNCHRONIZED) != 0));
      body.line = firstLine(code);
      return new MethodRewriting(hooks, body);
    }

    private static int firstLine(CodeModel code) {
      for (CodeElement each : code) {
        if (each instanceof LineNumber number) {
          return number.line();
        }
      }
      return 0;
    }
  }
}
