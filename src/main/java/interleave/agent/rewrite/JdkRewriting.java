package interleave.agent.rewrite;

import interleave.agent.trace.Notes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.ExceptionCatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the {@link JdkSite}s of one class of the JDK's, when that is loaded. Its other methods
 * stay as they are, byte for byte.
 */
final class JdkRewriting implements ClassTransform {
  private final List<JdkSite> sites;

  private JdkRewriting(List<JdkSite> sites) {
    this.sites = sites;
  }

  static byte[] rewrite(String name, byte[] bytes, List<JdkSite> sites) {
    ClassFile api =
        ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(new Ancestry(Loaders.PLATFORM)));
    ClassModel model = api.parse(bytes);
    byte[] rewritten = api.transformClass(model, new JdkRewriting(sites));
    for (JdkSite each : sites) {
      if (!each.found) {
        Notes.say(
            "This JDK's "
                .concat(name.replace('/', '.'))
                .concat(" is not as expected in ")
                .concat(each.method)
                .concat(", so not all that it does is seen."));
      }
    }
    return rewritten;
  }

  @Override
  public void accept(ClassBuilder to, ClassElement element) {
    if (element instanceof MethodModel method) {
      List<JdkSite> inside = inside(method);
      if (!inside.isEmpty()) {
        to.transformMethod(method, MethodTransform.transformingCode(new Rewriting(inside)));
        return;
      }
    }
    to.with(element);
  }

  private List<JdkSite> inside(MethodModel method) {
    String name = method.methodName().stringValue().concat(method.methodType().stringValue());
    List<JdkSite> inside = new ArrayList<>();
    for (JdkSite each : sites) {
      if (each.method.equals(name) || each.method.equals(JdkSite.ANY)) {
        inside.add(each);
      }
    }
    return inside;
  }

  /** As in {@link MethodRewriting}, handlers of ours are asked before the method's own. */
  private static final class Rewriting implements CodeTransform {
    private final List<JdkSite> sites;
    private final List<ExceptionCatch> handlers = new ArrayList<>();

    Rewriting(List<JdkSite> sites) {
      this.sites = sites;
    }

    @Override
    public void atStart(CodeBuilder to) {
      for (JdkSite each : sites) {
        each.start(to);
      }
    }

    @Override
    public void accept(CodeBuilder to, CodeElement element) {
      if (element instanceof ExceptionCatch handler) {
        handlers.add(handler);
      } else if (!(element instanceof Instruction instruction) || !rewrite(instruction, to)) {
        to.with(element);
      }
    }

    private boolean rewrite(Instruction instruction, CodeBuilder to) {
      for (JdkSite each : sites) {
        if (each.rewrite(instruction, to)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void atEnd(CodeBuilder to) {
      for (ExceptionCatch each : handlers) {
        to.with(each);
      }
    }
  }
}
