package interleave.agent;

import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/** Every {@code java.util.concurrent.locks.Lock}, and the conditions that belong to them. */
final class LockFamily extends HookFamily {
  private static final String LOCKS = "java/util/concurrent/locks/";

  @Override
  String name() {
    return "Locks";
  }

  @Override
  List<Class<?>> hooks() {
    return List.of(LockHooks.class);
  }

  @Override
  List<CallHook> calls() {
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
  List<ReferenceHook> references() {
    MethodTypeDesc type =
        MethodTypeDesc.of(ConstantDescs.CD_void, Lock.class.describeConstable().orElseThrow());
    String lock = LOCKS.concat("Lock");
    return List.of(
        new ReferenceHook(LockHooks.class, "lock", type, lock, "lock", "()V"),
        new ReferenceHook(LockHooks.class, "unlock", type, lock, "unlock", "()V"));
  }

  private static void addParts(List<CallHook> calls, Owners lock) {
    Owners readWrite =
        new Owners.ProgramOr(
            Set.of(LOCKS.concat("ReadWriteLock"), LOCKS.concat("ReentrantReadWriteLock")));
    String part = "()L".concat(LOCKS).concat("Lock;");
    calls.add(of("readLock", part, readWrite).after("readLock").namesReceiver());
    calls.add(of("writeLock", part, readWrite).after("writeLock").namesReceiver());
    String of = "()L".concat(LOCKS).concat("ReentrantReadWriteLock$");
    calls.add(of("readLock", of.concat("ReadLock;"), readWrite).after("readLock").namesReceiver());
    calls.add(
        of("writeLock", of.concat("WriteLock;"), readWrite).after("writeLock").namesReceiver());
    calls.add(
        of("newCondition", "()L".concat(LOCKS).concat("Condition;"), lock)
            .after("newCondition")
            .namesReceiver());
  }

  private static void addConditions(List<CallHook> calls) {
    Owners condition =
        new Owners.ProgramOr(
            Set.of(
                LOCKS.concat("Condition"),
                LOCKS.concat("AbstractQueuedSynchronizer$ConditionObject")));
    List<CallHook> awaits =
        List.of(
            of("await", "()V", condition),
            of("await", "(JLjava/util/concurrent/TimeUnit;)Z", condition),
            of("awaitNanos", "(J)J", condition),
            of("awaitUntil", "(Ljava/util/Date;)Z", condition),
            of("awaitUninterruptibly", "()V", condition));
    for (CallHook each : awaits) {
      calls.add(each.before("awaitBegin").after("awaitEnd").failed("awaitFailed"));
    }
    calls.add(of("signal", "()V", condition).before("signalBegin"));
    calls.add(of("signalAll", "()V", condition).before("signalAllBegin"));
  }

  private static CallHook of(String name, String type, Owners owners) {
    return CallHook.of(LockHooks.class, name, type, owners);
  }
}
