package interleave.agent.process;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Child processes: started, waited for, ended. */
public final class ProcessFamily extends HookFamily {
  private static final String PROCESS = "Ljava/lang/Process;";

  @Override
  public String name() {
    return "Child processes";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(ProcessHooks.class, Children.class, Pipes.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    addStarts(calls);
    Owners process = new Owners.ProgramOr(Set.of("java/lang/Process"));
    addWaits(calls, process);
    calls.add(of("exitValue", "()I", process).after("exitValue"));
    calls.add(of("isAlive", "()Z", process).after("alive"));
    calls.add(of("onExit", "()Ljava/util/concurrent/CompletableFuture;", process).after("onExit"));
    calls.add(of("destroy", "()V", process).before("destroyBegin"));
    calls.add(of("destroyForcibly", "()".concat(PROCESS), process).before("destroyForciblyBegin"));
    Owners handle = new Owners.Exactly(Set.of("java/lang/ProcessHandle"));
    calls.add(of("destroy", "()Z", handle).before("destroyBegin"));
    calls.add(of("destroyForcibly", "()Z", handle).before("destroyForciblyBegin"));
    return calls;
  }

  private static void addStarts(List<CallHook> calls) {
    Owners builder = new Owners.Exactly(Set.of("java/lang/ProcessBuilder"));
    calls.add(of("start", "()".concat(PROCESS), builder).after("started").failed("startFailed"));
    calls.add(
        CallHook.ofStatic(
                ProcessHooks.class, "startPipeline", "(Ljava/util/List;)Ljava/util/List;", builder)
            .after("pipelineStarted")
            .failed("pipelineFailed"));
    Owners runtime = new Owners.Exactly(Set.of("java/lang/Runtime"));
    for (String command : List.of("Ljava/lang/String;", "[Ljava/lang/String;")) {
      for (String more : List.of("", "[Ljava/lang/String;", "[Ljava/lang/String;Ljava/io/File;")) {
        String type = "(".concat(command).concat(more).concat(")").concat(PROCESS);
        calls.add(
            of("exec", type, runtime).before("execBegin").after("execEnd").failed("execFailed"));
      }
    }
  }

  private static void addWaits(List<CallHook> calls, Owners process) {
    for (String type :
        List.of("()I", "(JLjava/util/concurrent/TimeUnit;)Z", "(Ljava/time/Duration;)Z")) {
      calls.add(
          of("waitFor", type, process).before("waitBegin").after("waitEnd").failed("waitFailed"));
    }
  }

  private static CallHook of(String name, String type, Owners owners) {
    return CallHook.of(ProcessHooks.class, name, type, owners);
  }
}
