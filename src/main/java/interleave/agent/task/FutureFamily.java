package interleave.agent.task;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Futures: who waits for which result, and who cancels. */
public final class FutureFamily extends HookFamily {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String TIMED = "(JLjava/util/concurrent/TimeUnit;)";

  static final Set<String> TYPES =
      Set.of(
          CONCURRENT.concat("Future"),
          CONCURRENT.concat("FutureTask"),
          CONCURRENT.concat("RunnableFuture"),
          CONCURRENT.concat("ScheduledFuture"),
          CONCURRENT.concat("CompletableFuture"),
          CONCURRENT.concat("ForkJoinTask"),
          CONCURRENT.concat("RecursiveTask"),
          CONCURRENT.concat("RecursiveAction"),
          CONCURRENT.concat("CountedCompleter"));

  private static final Owners FUTURE = new Owners.AnyOf(TYPES, CONCURRENT.concat("Future"));

  @Override
  public String name() {
    return "Futures";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(FutureHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    calls.add(wait("get", "()Ljava/lang/Object;"));
    calls.add(wait("get", TIMED.concat("Ljava/lang/Object;")));
    calls.add(wait("join", "()Ljava/lang/Object;"));
    calls.add(
        CallHook.of(FutureHooks.class, "cancel", "(Z)Z", FUTURE).afterWithArguments("cancelled"));
    for (CallHook each : calls) {
      each.sievedBy(TYPES);
    }
    return calls;
  }

  private static CallHook wait(String name, String type) {
    return CallHook.of(FutureHooks.class, name, type, FUTURE)
        .before("getBegin")
        .after("got")
        .failed("failed");
  }
}
