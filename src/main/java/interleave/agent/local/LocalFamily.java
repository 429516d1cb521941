package interleave.agent.local;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Thread-local variables, and scoped values: which thread has which value when, and reads it. */
public final class LocalFamily extends HookFamily {
  private static final String LOCAL = "java/lang/ThreadLocal";
  private static final String SCOPED = "java/lang/ScopedValue";
  private static final String CARRIER = "java/lang/ScopedValue$Carrier";

  @Override
  public String name() {
    return "Thread-local values";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(LocalHooks.class, ScopeHooks.class, Locals.class, Bindings.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    Set<String> names = Set.of(LOCAL, "java/lang/InheritableThreadLocal");
    Owners local = new Owners.AnyOf(names, LOCAL);
    calls.add(of("set", "(Ljava/lang/Object;)V", local).before("setBegin").namesReceiver());
    calls.add(of("get", "()Ljava/lang/Object;", local).after("getEnd").namesReceiver());
    calls.add(of("remove", "()V", local).before("removeBegin").namesReceiver());
    for (CallHook each : calls) {
      each.sievedBy(names);
    }
    addScoped(calls);
    return calls;
  }

  private static void addScoped(List<CallHook> calls) {
    Owners scoped = new Owners.Exactly(Set.of(SCOPED));
    Owners carrier = new Owners.Exactly(Set.of(CARRIER));
    List<CallHook> all = new ArrayList<>();
    all.add(of("get", "()Ljava/lang/Object;", scoped).after("getEnd").namesReceiver());
    String where = "(L".concat(SCOPED).concat(";Ljava/lang/Object;)L").concat(CARRIER).concat(";");
    all.add(
        CallHook.ofStatic(ScopeHooks.class, "where", where, scoped).afterWithArguments("whereEnd"));
    all.add(CallHook.of(ScopeHooks.class, "where", where, carrier).afterWithArguments("whereEnd"));
    all.add(run("run", "(Ljava/lang/Runnable;)V", carrier));
    String call = "(L".concat(SCOPED).concat("$CallableOp;)Ljava/lang/Object;");
    all.add(run("call", call, carrier));
    for (CallHook each : all) {
      each.sievedBy(Set.of(SCOPED));
    }
    calls.addAll(all);
  }

  private static CallHook run(String name, String type, Owners carrier) {
    return CallHook.of(ScopeHooks.class, name, type, carrier)
        .before("scopeBegin")
        .after("scopeEnd")
        .failed("scopeFailed");
  }

  private static CallHook of(String name, String type, Owners owners) {
    return CallHook.of(LocalHooks.class, name, type, owners);
  }
}
