package interleave.agent;

import interleave.agent.field.FieldFamily;
import interleave.agent.field.WatchedFields;
import interleave.agent.local.LocalFamily;
import interleave.agent.lock.LockFamily;
import interleave.agent.lock.MonitorFamily;
import interleave.agent.lock.StampedLockFamily;
import interleave.agent.output.OutputFamily;
import interleave.agent.process.ExitFamily;
import interleave.agent.process.ProcessFamily;
import interleave.agent.queue.QueueFamily;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.ReferenceHook;
import interleave.agent.synchronizer.ParkFamily;
import interleave.agent.synchronizer.SynchronizerFamily;
import interleave.agent.task.ForkFamily;
import interleave.agent.task.FutureFamily;
import interleave.agent.task.PoolFamily;
import interleave.agent.task.StageFamily;
import interleave.agent.thread.ThreadFamily;
import interleave.agent.trace.Notes;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry of hook families. */
public final class Families {
  private final List<HookFamily> active = new ArrayList<>();
  private final Map<String, List<CallHook>> calls = new HashMap<>();
  private final Map<String, List<ReferenceHook>> references = new HashMap<>();
  private final WatchedFields watched;
  private @Nullable Families withoutMonitors;

  public Families(WatchedFields watched) {
    this(watched, true);
  }

  private Families(WatchedFields watched, boolean monitors) {
    this.watched = watched;
    add(new ExitFamily());
    add(new ThreadFamily());
    if (monitors) {
      add(new MonitorFamily());
    }
    add(new LockFamily());
    add(new QueueFamily());
    add(new StampedLockFamily());
    add(new SynchronizerFamily());
    add(new ParkFamily());
    add(new PoolFamily());
    add(new FutureFamily());
    add(new StageFamily());
    add(new ForkFamily());
    add(new LocalFamily());
    add(new ProcessFamily());
    add(new OutputFamily());
    if (!watched.isEmpty()) {
      add(new FieldFamily(watched));
    }
  }

  // A hook whose class cannot be initialised would throw in the program; so that is tried here.
  private void add(HookFamily family) {
    try {
      for (Class<?> each : family.hooks()) {
        Class.forName(each.getName(), true, each.getClassLoader());
      }
    } catch (Throwable e) {
      Notes.say(family.name().concat(" are not traced: ").concat(String.valueOf(e)));
      return;
    }
    active.add(family);
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
  public synchronized Families withoutMonitors() {
    Families found = withoutMonitors;
    if (found == null) {
      found = new Families(watched, false);
      withoutMonitors = found;
    }
    return found;
  }

  public boolean takeMonitors() {
    for (HookFamily each : active) {
      if (each instanceof MonitorFamily) {
        return true;
      }
    }
    return false;
  }

  public List<HookFamily> active() {
    return active;
  }

  /** All hooks of calls. */
  public List<CallHook> calls() {
    List<CallHook> all = new ArrayList<>();
    for (List<CallHook> each : calls.values()) {
      all.addAll(each);
    }
    return all;
  }

  /** The hook of {@code call}; null when it has none. */
  public @Nullable CallHook hookOf(InvokeInstruction call, MethodContext body) {
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
  public @Nullable ReferenceHook referenceTo(String owner, String key, MethodContext body) {
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
