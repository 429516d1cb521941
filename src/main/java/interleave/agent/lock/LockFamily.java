package interleave.agent.lock;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import interleave.agent.rewrite.ReferenceHook;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Every {@code java.util.concurrent.locks.Lock}, and the conditions that belong to them. */
public final class LockFamily extends HookFamily {
  private static final String LOCKS = "java/util/concurrent/locks/";

  @Override
  public String name() {
    return "Locks";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(LockHooks.class, LockPartHooks.class, ConditionHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    Owners lock =
        new Owners.ProgramOr(
            Set.of(
                LOCKS.concat("Lock"),
                LOCKS.concat("ReentrantLock"),
                LOCKS.concat("ReentrantReadWriteLock$ReadLock"),
                LOCKS.concat("ReentrantReadWriteLock$WriteLock")));
    calls.add(of("lock", "()V", lock).before("lockBegin").after("lockEnd").failed("lockFailed"));
    calls.add(
        of("lockInterruptibly", "()V", lock)
            .before("lockInterruptiblyBegin")
            .after("lockEnd")
            .failed("lockFailed"));
    calls.add(of("tryLock", "()Z", lock).before("tryNowBegin").after("tryLockEnd"));
    calls.add(
        of("tryLock", "(JLjava/util/concurrent/TimeUnit;)Z", lock)
            .before("tryLockBegin")
            .after("tryLockEnd")
            .failed("lockFailed"));
    for (CallHook each : calls) {
      each.mayStandIn().namesReceiver();
    }
    calls.add(of("unlock", "()V", lock).before("unlockBegin"));
    addParts(calls, lock);
    addConditions(calls);
    return calls;
  }

  @Override
  public List<ReferenceHook> references() {
    MethodTypeDesc type =
        MethodTypeDesc.of(ConstantDescs.CD_void, Lock.class.describeConstable().orElseThrow());
    String lock = LOCKS.concat("Lock");
    return List.of(
        new ReferenceHook(LockHooks.class, "lock", type, lock, "lock", "()V"),
        new ReferenceHook(LockHooks.class, "unlock", type, lock, "unlock", "()V"),
        signal("signal"),
        signal("signalAll"));
  }

  private static ReferenceHook signal(String name) {
    MethodTypeDesc type =
        MethodTypeDesc.of(ConstantDescs.CD_void, Condition.class.describeConstable().orElseThrow());
    String condition = LOCKS.concat("Condition");
    return new ReferenceHook(ConditionHooks.class, name, type, condition, name, "()V");
  }

  private static void addParts(List<CallHook> calls, Owners lock) {
    Owners readWrite =
        new Owners.ProgramOr(
            Set.of(LOCKS.concat("ReadWriteLock"), LOCKS.concat("ReentrantReadWriteLock")));
    Set<String> stampedLock = Set.of(LOCKS.concat("StampedLock"));
    Owners stamped = new Owners.ProgramOr(stampedLock);
    String part = "()L".concat(LOCKS).concat("Lock;");
    String of = "()L".concat(LOCKS).concat("ReentrantReadWriteLock$");
    calls.add(part("readLock", part, readWrite).after("readLock"));
    calls.add(part("writeLock", part, readWrite).after("writeLock"));
    calls.add(part("readLock", of.concat("ReadLock;"), readWrite).after("readLock"));
    calls.add(part("writeLock", of.concat("WriteLock;"), readWrite).after("writeLock"));
    calls.add(part("asReadLock", part, stamped).after("readLock").sievedBy(stampedLock));
    calls.add(part("asWriteLock", part, stamped).after("writeLock").sievedBy(stampedLock));
    String whole = "()L".concat(LOCKS).concat("ReadWriteLock;");
    calls.add(
        part("asReadWriteLock", whole, stamped).after("asReadWriteLock").sievedBy(stampedLock));
    String condition = "()L".concat(LOCKS).concat("Condition;");
    calls.add(part("newCondition", condition, lock).after("newCondition").namesResult());
  }

  private static CallHook part(String name, String type, Owners owners) {
    return CallHook.of(LockPartHooks.class, name, type, owners).namesReceiver();
  }

  private static void addConditions(List<CallHook> calls) {
    Set<String> names =
        Set.of(
            LOCKS.concat("Condition"), LOCKS.concat("AbstractQueuedSynchronizer$ConditionObject"));
    Owners owners = new Owners.ProgramOr(names);
    // What the program wrote may be a latch as well: the hooks of latches hand conditions on.
    Owners known = new Owners.Exactly(names);
    List<CallHook> awaits =
        List.of(
            condition("await", "()V", known),
            condition("await", "(JLjava/util/concurrent/TimeUnit;)Z", known),
            condition("awaitNanos", "(J)J", owners),
            condition("awaitUntil", "(Ljava/util/Date;)Z", owners),
            condition("awaitUninterruptibly", "()V", owners));
    for (CallHook each : awaits) {
      calls.add(each.before("awaitBegin").after("awaitEnd").failed("awaitFailed").namesReceiver());
    }
    calls.add(condition("signal", "()V", owners).before("signalBegin").namesReceiver());
    calls.add(condition("signalAll", "()V", owners).before("signalAllBegin").namesReceiver());
  }

  private static CallHook condition(String name, String type, Owners owners) {
    return CallHook.of(ConditionHooks.class, name, type, owners);
  }

  private static CallHook of(String name, String type, Owners owners) {
    return CallHook.of(LockHooks.class, name, type, owners);
  }
}
