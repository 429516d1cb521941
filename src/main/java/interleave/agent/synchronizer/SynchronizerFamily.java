package interleave.agent.synchronizer;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import interleave.agent.rewrite.ReferenceHook;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Semaphores, latches, barriers and phasers. */
public final class SynchronizerFamily extends HookFamily {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String SEMAPHORE = CONCURRENT.concat("Semaphore");
  private static final String LATCH = CONCURRENT.concat("CountDownLatch");
  private static final String BARRIER = CONCURRENT.concat("CyclicBarrier");
  private static final String PHASER = CONCURRENT.concat("Phaser");

  /** Names that many classes have for something else. */
  private static final Set<String> COMMON =
      Set.of("arrive", "register", "bulkRegister", "forceTermination");

  private static final String TIMED = "(JLjava/util/concurrent/TimeUnit;)";

  @Override
  public String name() {
    return "Synchronizers";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(SemaphoreHooks.class, LatchHooks.class, BarrierHooks.class, PhaserHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    addSemaphores(calls);
    Owners latch = owners(LATCH);
    calls.add(CallHook.of(LatchHooks.class, "countDown", "()V", latch).before("countDownBegin"));
    for (String type : List.of("()V", TIMED.concat("Z"))) {
      calls.add(
          CallHook.of(LatchHooks.class, "await", type, latch)
              .before("awaitBegin")
              .after("awaitEnd")
              .failed("awaitFailed"));
    }
    Owners barrier = owners(BARRIER);
    for (String type : List.of("()I", TIMED.concat("I"))) {
      calls.add(
          CallHook.of(BarrierHooks.class, "await", type, barrier)
              .before("awaitBegin")
              .after("awaitEnd")
              .failed("awaitFailed"));
    }
    calls.add(
        CallHook.of(BarrierHooks.class, "reset", "()V", new Owners.Exactly(Set.of(BARRIER)))
            .before("resetBegin")
            .sievedBy(Set.of(BARRIER)));
    addPhasers(calls);
    for (CallHook each : calls) {
      each.namesReceiver();
    }
    return calls;
  }

  private static Owners owners(String type) {
    return new Owners.ProgramOr(Set.of(type));
  }

  private static void addSemaphores(List<CallHook> calls) {
    for (String type : List.of("()V", "(I)V")) {
      calls.add(
          semaphore("acquire", type)
              .before("acquireBegin")
              .after("acquireEnd")
              .failed("failed")
              .mayStandIn());
      calls.add(
          semaphore("acquireUninterruptibly", type)
              .before("uninterruptiblyBegin")
              .after("acquireEnd")
              .failed("failed")
              .mayStandIn());
      calls.add(semaphore("release", type).before("releaseBegin").sievedBy(Set.of(SEMAPHORE)));
    }
    for (String type : List.of(TIMED.concat("Z"), "(IJLjava/util/concurrent/TimeUnit;)Z")) {
      calls.add(
          semaphore("tryAcquire", type)
              .before("timedBegin")
              .after("tryEnd")
              .failed("failed")
              .mayStandIn());
    }
    for (String type : List.of("()Z", "(I)Z")) {
      calls.add(semaphore("tryAcquire", type).before("tryBegin").after("tryEnd").failed("failed"));
    }
    calls.add(semaphore("drainPermits", "()I").before("drainBegin").after("drained"));
  }

  private static CallHook semaphore(String name, String type) {
    return CallHook.of(SemaphoreHooks.class, name, type, owners(SEMAPHORE));
  }

  private static void addPhasers(List<CallHook> calls) {
    calls.add(phaser("arrive", "()I").before("arriveBegin").after("arriveEnd").failed("failed"));
    calls.add(
        phaser("arriveAndDeregister", "()I")
            .before("deregisterBegin")
            .after("arriveEnd")
            .failed("failed"));
    calls.add(
        phaser("arriveAndAwaitAdvance", "()I")
            .before("arriveAndAwaitBegin")
            .after("awaitEnd")
            .failed("failed"));
    calls.add(phaser("awaitAdvance", "(I)I").before("awaitBegin").after("awaitEnd"));
    for (String type : List.of("(I)I", "(IJLjava/util/concurrent/TimeUnit;)I")) {
      calls.add(
          phaser("awaitAdvanceInterruptibly", type)
              .before("awaitBegin")
              .after("awaitEnd")
              .failed("failed"));
    }
    calls.add(phaser("register", "()I").before("registerBegin").after("registered"));
    calls.add(phaser("bulkRegister", "(I)I").before("registerBegin").after("registered"));
    calls.add(phaser("forceTermination", "()V").after("terminated"));
  }

  private static CallHook phaser(String name, String type) {
    CallHook hook = CallHook.of(PhaserHooks.class, name, type, owners(PHASER));
    return COMMON.contains(name) ? hook.sievedBy(Set.of(PHASER)) : hook;
  }

  @Override
  public List<ReferenceHook> references() {
    return List.of(
        reference(SemaphoreHooks.class, SEMAPHORE, "acquire", "()V"),
        reference(SemaphoreHooks.class, SEMAPHORE, "release", "()V"),
        reference(LatchHooks.class, LATCH, "countDown", "()V"),
        reference(LatchHooks.class, LATCH, "await", "()V"),
        reference(BarrierHooks.class, BARRIER, "await", "()I"));
  }

  private static ReferenceHook reference(Class<?> hooks, String base, String name, String type) {
    MethodTypeDesc plain = MethodTypeDesc.ofDescriptor(type);
    MethodTypeDesc hooked = plain.insertParameterTypes(0, ClassDesc.ofInternalName(base));
    return new ReferenceHook(hooks, name, hooked, base, name, type);
  }
}
