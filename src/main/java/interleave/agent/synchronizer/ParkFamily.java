package interleave.agent.synchronizer;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import interleave.agent.rewrite.ReferenceHook;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/** Threads that park, and that are unparked. */
public final class ParkFamily extends HookFamily {
  private static final String LOCK_SUPPORT = "java/util/concurrent/locks/LockSupport";
  private static final String UNPARK = "(Ljava/lang/Thread;)V";

  @Override
  public String name() {
    return "Parked threads";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(ParkHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    return List.of(
        of("park", "()V").before("parkBegin").after("parkEnd"),
        of("park", "(Ljava/lang/Object;)V").before("parkBegin").after("parkEnd"),
        of("parkNanos", "(J)V").before("nanosBegin").after("parkEnd"),
        of("parkNanos", "(Ljava/lang/Object;J)V").before("nanosBegin").after("parkEnd"),
        of("parkUntil", "(J)V").before("untilBegin").after("parkEnd"),
        of("parkUntil", "(Ljava/lang/Object;J)V").before("untilBegin").after("parkEnd"),
        of("unpark", UNPARK).before("unparkBegin"));
  }

  private static CallHook of(String name, String type) {
    Owners owners = new Owners.Exactly(Set.of(LOCK_SUPPORT));
    return CallHook.ofStatic(ParkHooks.class, name, type, owners).sievedBy(Set.of(LOCK_SUPPORT));
  }

  @Override
  public List<ReferenceHook> references() {
    return List.of(
        new ReferenceHook(
            ParkHooks.class,
            "unpark",
            MethodTypeDesc.ofDescriptor(UNPARK),
            LOCK_SUPPORT,
            "unpark",
            UNPARK));
  }
}
