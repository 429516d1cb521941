package interleave.agent.rewrite;

import java.lang.classfile.ClassFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class file as far as must be known to tell whether anything in it gets hooks, and what stands
 * above the class. Read without the class-file API, which takes ten times as long: of most classes
 * this is all there is to know.
 */
final class ClassOutline {
  final ConstantPool constants;
  private final int flags;
  private final int thisClass;
  private final int superclass;
  private final int[] interfaces;
  private final List<Method> methods = new ArrayList<>();
  private final int fields;

  /** Where its bootstrap methods stand, behind their number; 0 when there are none. */
  private int bootstraps;

  /**
   * A method.
   *
   * @param code where its instructions begin; 0 when it has none
   * @param end where they end
   */
  record Method(String name, String descriptor, int flags, int code, int end) {}

  ClassOutline(byte[] file) {
    constants = new ConstantPool(file);
    int at = constants.end;
    flags = constants.u2(at);
    thisClass = constants.u2(at + 2);
    superclass = constants.u2(at + 4);
    interfaces = new int[constants.u2(at + 6)];
    at += 8;
    for (int i = 0; i < interfaces.length; i++, at += 2) {
      interfaces[i] = constants.u2(at);
    }
    fields = at;
    at = members(at, false);
    at = members(at, true);
    attributes(at);
  }

  private int members(int from, boolean kept) {
    int at = from + 2;
    for (int left = constants.u2(from); left > 0; left--) {
      at = member(at, kept);
    }
    return at;
  }

  private int member(int from, boolean kept) {
    int code = 0;
    int length = 0;
    int at = from + 8;
    for (int left = constants.u2(from + 6); left > 0; left--) {
      if (kept && code == 0 && constants.isText(constants.u2(at), "Code")) {
        code = at + 14; // name, length, stack, locals, length
        length = constants.u4(at + 10);
      }
      at += 6 + constants.u4(at + 2);
    }
    if (kept) {
      String name = constants.text(constants.u2(from + 2));
      String descriptor = constants.text(constants.u2(from + 4));
      methods.add(new Method(name, descriptor, constants.u2(from), code, code + length));
    }
    return at;
  }

  private void attributes(int from) {
    int at = from + 2;
    for (int left = constants.u2(from); left > 0; left--) {
      if (constants.isText(constants.u2(at), "BootstrapMethods")) {
        bootstraps = at + 8;
      }
      at += 6 + constants.u4(at + 2);
    }
  }

  String name() {
    return constants.className(thisClass);
  }

  int flags() {
    return flags;
  }

  @Nullable String superclass() {
    return superclass == 0 ? null : constants.className(superclass);
  }

  List<String> interfaces() {
    List<String> names = new ArrayList<>(interfaces.length);
    for (int each : interfaces) {
      names.add(constants.className(each));
    }
    return names;
  }

  List<Method> methods() {
    return methods;
  }

  /** The fields that the program declares and that may change. */
  List<String> changeableFields() {
    return fields(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC, 0);
  }

  /** The fields of which a read sees what was written last. */
  List<String> volatileFields() {
    return fields(ClassFile.ACC_VOLATILE, ClassFile.ACC_VOLATILE);
  }

  /** Those of whose flags only these are set among some. */
  private List<String> fields(int among, int set) {
    List<String> names = new ArrayList<>();
    int at = fields + 2;
    for (int left = constants.u2(fields); left > 0; left--) {
      if ((constants.u2(at) & among) == set) {
        names.add(constants.text(constants.u2(at + 2)));
      }
      at = member(at, false);
    }
    return names;
  }

  /** The constants that an {@code invokedynamic} is bootstrapped with. */
  int[] bootstrapArguments(int invokeDynamic) {
    int at = bootstraps;
    for (int skipped = constants.part(invokeDynamic, 0); skipped > 0; skipped--) {
      at += 4 + 2 * constants.u2(at + 2);
    }
    int[] arguments = new int[constants.u2(at + 2)];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = constants.u2(at + 4 + 2 * i);
    }
    return arguments;
  }
}
