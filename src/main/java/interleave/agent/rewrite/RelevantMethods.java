package interleave.agent.rewrite;

import java.lang.classfile.ClassFile;
import java.util.List;

/**
 * Which methods of a class may get hooks: those that call, refer to or touch a member that some
 * family looks for, enter monitors, or have a name around whose body something may be put. All
 * others are left as they are, byte for byte; mostly these are all.
 */
class RelevantMethods {
  private static final int MONITORENTER = 0xC2;
  private static final int MONITOREXIT = 0xC3;
  private static final int INVOKEDYNAMIC = 0xBA;

  private final ClassOutline outline;
  private final ConstantPool constants;
  private final HookRegistry hooks;

  /** Whether each constant is one that an instruction may be rewritten for. */
  private final boolean[] wanted;

  private final boolean[] relevant;

  /** Whether elements of arrays are wanted, too. */
  private final boolean elements;

  private boolean any;

  RelevantMethods(ClassOutline outline, HookRegistry hooks) {
    this.outline = outline;
    this.constants = outline.constants;
    this.hooks = hooks;
    Points points = hooks.points();
    this.elements = points != null && points.isAtElements(outline.name());
    this.wanted = new boolean[constants.count()];
    List<ClassOutline.Method> methods = outline.methods();
    this.relevant = new boolean[methods.size()];
    boolean mentions = look();
    for (int i = 0; i < relevant.length; i++) {
      ClassOutline.Method method = methods.get(i);
      relevant[i] = method.code() > 0 && (hasBodyHook(method) || hasHooks(method, mentions));
      any |= relevant[i];
    }
  }

  /** Whether there is one. */
  boolean any() {
    return any;
  }

  /** Whether the method is one of them that stands at that place in the class file. */
  boolean contains(int index) {
    return relevant[index];
  }

  private boolean look() {
    boolean found = false;
    for (int i = 1; i < wanted.length; i++) {
      int tag = constants.tag(i);
      wanted[i] =
          switch (tag) {
            case ConstantPool.FIELD -> hooks.mayBeInside(constants.owner(i), constants.member(i));
            case ConstantPool.METHOD, ConstantPool.INTERFACE_METHOD -> isMethodWanted(i);
            case ConstantPool.INVOKE_DYNAMIC -> refersToWanted(i) || takesArray(i);
            default -> false;
          };
      found |= wanted[i];
    }
    return found;
  }

  private boolean isMethodWanted(int index) {
    String member = constants.member(index);
    String owner = constants.owner(index);
    return hooks.mayCall(owner, member.concat(constants.descriptor(index)))
        || hooks.mayBeInside(owner, member);
  }

  /** A lambda that has to do with an array may have others come to its elements. */
  private boolean takesArray(int invokeDynamic) {
    return elements && constants.descriptor(invokeDynamic).indexOf('[') >= 0;
  }

  private boolean refersToWanted(int invokeDynamic) {
    for (int each : outline.bootstrapArguments(invokeDynamic)) {
      if (constants.tag(each) == ConstantPool.METHOD_HANDLE) {
        int method = constants.part(each, 1);
        if (hooks.mayReferTo(constants.member(method).concat(constants.descriptor(method)))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasBodyHook(ClassOutline.Method method) {
    return (method.flags() & ClassFile.ACC_SYNCHRONIZED) != 0
        || hooks.mayBeAround(method.name(), method.descriptor());
  }

  private boolean hasHooks(ClassOutline.Method method, boolean mentions) {
    for (int at = method.code();
        at < method.end();
        at += Instructions.length(constants, at, method.code())) {
      int opcode = constants.u1(at);
      if (opcode == MONITORENTER || opcode == MONITOREXIT) {
        return true;
      }
      if (elements && Instructions.isOfElement(opcode)) {
        return true;
      }
      if (mentions
          && opcode >= Instructions.FIRST_OF_MEMBERS
          && opcode <= INVOKEDYNAMIC
          && wanted[constants.u2(at + 1)]) {
        return true;
      }
    }
    return false;
  }
}
