package interleave.agent.lock;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stamped locks. Their views are locks like any other, and belong to {@link LockFamily}. */
public final class StampedLockFamily extends HookFamily {
  private static final String STAMPED_LOCK = "java/util/concurrent/locks/StampedLock";
  private static final String TIMED = "(JLjava/util/concurrent/TimeUnit;)J";

  @Override
  public String name() {
    return "Stamped locks";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(StampedLockHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    for (String name : List.of("readLock", "readLockInterruptibly")) {
      calls.add(of(name, "()J").before("readBegin").after("acquired").failed("failed"));
    }
    for (String name : List.of("writeLock", "writeLockInterruptibly")) {
      calls.add(of(name, "()J").before("writeBegin").after("acquired").failed("failed"));
    }
    calls.add(of("tryReadLock", TIMED).before("readBegin").after("acquired").failed("failed"));
    calls.add(of("tryWriteLock", TIMED).before("writeBegin").after("acquired").failed("failed"));
    calls.add(of("tryReadLock", "()J").before("tryBegin").after("acquired"));
    calls.add(of("tryWriteLock", "()J").before("tryBegin").after("acquired"));
    for (String name : List.of("unlock", "unlockRead", "unlockWrite")) {
      calls.add(of(name, "(J)V").before("unlockBegin"));
    }
    calls.add(of("tryUnlockRead", "()Z").before("unlockAnyReadBegin"));
    calls.add(of("tryUnlockWrite", "()Z").before("unlockAnyWriteBegin"));
    calls.add(of("tryConvertToWriteLock", "(J)J").before("convertBegin").after("converted"));
    for (String name : List.of("tryConvertToReadLock", "tryConvertToOptimisticRead")) {
      calls.add(of(name, "(J)J").before("lowerBegin").after("converted"));
    }
    calls.add(of("tryOptimisticRead", "()J").after("optimistic"));
    calls.add(of("validate", "(J)Z").before("validateBegin").after("validated"));
    for (CallHook each : calls) {
      each.namesReceiver();
    }
    return calls;
  }

  private static CallHook of(String name, String type) {
    CallHook hook =
        CallHook.of(StampedLockHooks.class, name, type, new Owners.ProgramOr(Set.of(STAMPED_LOCK)));
    boolean common = name.equals("validate") || name.startsWith("try");
    return common ? hook.sievedBy(Set.of(STAMPED_LOCK)) : hook;
  }
}
