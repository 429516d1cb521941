package interleave.agent.rewrite;

import interleave.agent.trace.Notes;
import interleave.agent.trace.Programs;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hooks of all families that are at work, to be found by what has them. */
public final class HookRegistry {
  private final List<HookFamily> active = new ArrayList<>();
  private final Map<String, List<CallHook>> calls = new HashMap<>();
  private final Map<String, List<ReferenceHook>> references = new HashMap<>();
  private @Nullable HookRegistry withoutMonitors;

  /** For libraries, which the program need not have. */
  private final List<HookFamily> others = new ArrayList<>();

  private @Nullable Points points;
  private @Nullable HookRegistry withLibraries;
  private @Nullable HookRegistry libraries;

  /** With those of {@code families} that can be initialised and are for every program. */
  public HookRegistry(List<HookFamily> families) {
    this(families, false);
  }

  private HookRegistry(List<HookFamily> families, boolean libraries) {
    for (HookFamily each : families) {
      if (!libraries && each.libraries().length > 0) {
        others.add(each);
      } else if (isReady(each)) {
        add(each);
      }
    }
  }

  /** The hooks for a class of that internal name that has those {@code constants}. */
  HookRegistry of(String name, ConstantPool constants) {
    if (Programs.isOfBrokerClient(name)) {
      return libraries();
    }
    for (int i = 1; i < constants.count() && !others.isEmpty(); i++) {
      if (constants.tag(i) == ConstantPool.CLASS && isOfLibrary(constants, i)) {
        return withLibraries();
      }
    }
    return this;
  }

  private boolean isOfLibrary(ConstantPool constants, int type) {
    for (HookFamily each : others) {
      for (String library : each.libraries()) {
        if (constants.isClassIn(type, library)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Only those for libraries, for what such a library does inside. */
  private synchronized HookRegistry libraries() {
    HookRegistry found = libraries;
    if (found == null) {
      found = new HookRegistry(others, true);
      libraries = found;
    }
    return found;
  }

  /** The same with those for libraries. */
  public synchronized HookRegistry withLibraries() {
    HookRegistry found = withLibraries;
    if (found == null) {
      List<HookFamily> all = new ArrayList<>(active);
      all.addAll(others);
      found = new HookRegistry(all, true);
      withLibraries = found;
    }
    return found;
  }

  // A hook whose class cannot be initialised would throw in the program; so that is tried here.
  private static boolean isReady(HookFamily family) {
    try {
      for (Class<?> each : family.hooks()) {
        Class.forName(each.getName(), true, each.getClassLoader());
      }
      return true;
    } catch (Throwable e) {
      Notes.say(family.name().concat(" are not traced: ").concat(String.valueOf(e)));
      return false;
    }
  }

  private void add(HookFamily family) {
    active.add(family);
    if (family instanceof Points of) {
      points = of;
    }
    for (ReferenceHook hook : family.references()) {
      List<ReferenceHook> same = references.get(hook.key());
      if (same == null) {
        same = new ArrayList<>();
        references.put(hook.key(), same);
      }
      same.add(hook);
    }
    for (CallHook hook : family.calls()) {
      List<CallHook> same = calls.get(hook.key());
      if (same == null) {
        same = new ArrayList<>();
        calls.put(hook.key(), same);
      }
      same.add(hook);
    }
  }

  /** The same for classes whose monitors must be left alone. */
  synchronized HookRegistry withoutMonitors() {
    HookRegistry found = withoutMonitors;
    if (found == null) {
      List<HookFamily> rest = new ArrayList<>();
      for (HookFamily each : active) {
        if (!each.takesMonitors()) {
          rest.add(each);
        }
      }
      found = new HookRegistry(rest, true);
      withoutMonitors = found;
    }
    return found;
  }

  /** Whether a synchronized method may be left to enter its monitor by itself. */
  boolean takesMonitors() {
    for (HookFamily each : active) {
      if (each.takesMonitors()) {
        return true;
      }
    }
    return false;
  }

  /** Where threads stand; null for a program that is not under control. */
  @Nullable Points points() {
    return points;
  }

  public List<HookFamily> active() {
    return active;
  }

  /** Whether a call of {@code owner}'s method {@code key} may have a hook. */
  boolean mayCall(String owner, String key) {
    List<CallHook> found = calls.get(key);
    if (found != null) {
      for (CallHook each : found) {
        if (each.owners.mayMatch(owner)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a reference to somebody's method {@code key} may have a hook. */
  boolean mayReferTo(String key) {
    return references.containsKey(key);
  }

  /** Whether an instruction that names that member may be rewritten. */
  boolean mayBeInside(String owner, String member) {
    for (HookFamily each : active) {
      if (each.isInside(owner, member)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something may be put around the bodies of methods that are called that. */
  boolean mayBeAround(String method, String descriptor) {
    for (HookFamily each : active) {
      if (each.isAround(method, descriptor)) {
        return true;
      }
    }
    return false;
  }

  /** The hook of {@code call}; null when it has none. */
  @Nullable CallHook hookOf(InvokeInstruction call, MethodContext body) {
    Opcode opcode = call.opcode();
    if (opcode == Opcode.INVOKESPECIAL) {
      return null; // super.lock() and the like: the call that led here has been seen
    }
    String key = call.name().stringValue().concat(call.type().stringValue());
    List<CallHook> found = calls.get(key);
    if (found == null) {
      return null;
    }
    String owner = call.owner().asInternalName();
    for (CallHook each : found) {
      if (each.isStatic == (opcode == Opcode.INVOKESTATIC) && each.owners.match(owner, key, body)) {
        return each;
      }
    }
    return null;
  }

  /** The hook of a reference to {@code owner}'s method {@code key}; null when it has none. */
  @Nullable ReferenceHook referenceTo(String owner, String key, MethodContext body) {
    List<ReferenceHook> found = references.get(key);
    if (found == null) {
      return null;
    }
    for (ReferenceHook each : found) {
      boolean constructor = each.name().equals("<init>");
      if (owner.equals(each.base()) || !constructor && body.ancestry.surelyIs(owner, each.base())) {
        return each;
      }
    }
    return null;
  }
}
