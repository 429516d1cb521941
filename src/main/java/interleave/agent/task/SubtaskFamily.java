package interleave.agent.task;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Structured task scopes: subtasks forked, and the wait for all of them. */
public final class SubtaskFamily extends HookFamily {
  private static final String SCOPE = "java/util/concurrent/StructuredTaskScope";
  private static final String SUBTASK = "Ljava/util/concurrent/StructuredTaskScope$Subtask;";

  @Override
  public String name() {
    return "Structured task scopes";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(SubtaskHooks.class, TracedTask.class);
  }

  @Override
  public List<CallHook> calls() {
    Owners scope = new Owners.Exactly(Set.of(SCOPE));
    List<CallHook> calls = new ArrayList<>();
    for (String task : List.of("Ljava/lang/Runnable;", "Ljava/util/concurrent/Callable;")) {
      calls.add(
          CallHook.of(
                  SubtaskHooks.class, "fork", "(".concat(task).concat(")").concat(SUBTASK), scope)
              .before("forkBegin")
              .around(0, "task")
              .after("forked")
              .failed("refused"));
    }
    calls.add(
        CallHook.of(SubtaskHooks.class, "join", "()Ljava/lang/Object;", scope)
            .before("joinBegin")
            .after("joined")
            .failed("joinFailed"));
    calls.add(CallHook.of(SubtaskHooks.class, "close", "()V", scope).after("closed"));
    for (CallHook each : calls) {
      each.sievedBy(Set.of(SCOPE)).namesReceiver();
    }
    return calls;
  }
}
