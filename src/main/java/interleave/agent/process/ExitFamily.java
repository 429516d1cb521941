package interleave.agent.process;

import interleave.agent.rewrite.BodyCalls;
import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Owners;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the process ends: {@code main} that returns or throws, {@code System.exit} and its like. */
public final class ExitFamily extends HookFamily {
  private static final ClassDesc HOOKS = ExitHooks.class.describeConstable().orElseThrow();

  @Override
  public String name() {
    return "Ends of processes";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(ExitHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    Owners runtime = new Owners.Exactly(Set.of("java/lang/Runtime"));
    Owners system = new Owners.Exactly(Set.of("java/lang/System"));
    return List.of(
        CallHook.ofStatic(ExitHooks.class, "exit", "(I)V", system).before("exitBegin"),
        CallHook.of(ExitHooks.class, "exit", "(I)V", runtime).before("exitBegin"),
        CallHook.of(ExitHooks.class, "halt", "(I)V", runtime).before("exitBegin"));
  }

  @Override
  public boolean isAround(String method, String descriptor) {
    return method.equals("main")
        && (descriptor.equals("([Ljava/lang/String;)V") || descriptor.equals("()V"));
  }

  @Override
  public @Nullable BodyHook around(MethodContext body) {
    boolean isMain = isAround(body.method, body.descriptor);
    return isMain ? new BodyCalls(HOOKS, "mainBegin", false, "mainEnd", "mainFailed") : null;
  }
}
