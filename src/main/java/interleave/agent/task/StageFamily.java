package interleave.agent.task;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stages of {@code CompletableFuture}: which function runs where, and what it has to wait for. */
public final class StageFamily extends HookFamily {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String STAGE = "Ljava/util/concurrent/CompletionStage;";
  private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";
  private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";
  private static final String FUNCTION = "Ljava/util/function/Function;";
  private static final String CONSUMER = "Ljava/util/function/Consumer;";
  private static final String RUNNABLE = "Ljava/lang/Runnable;";

  static final Set<String> TYPES =
      Set.of(CONCURRENT.concat("CompletableFuture"), CONCURRENT.concat("CompletionStage"));

  private static final Owners ANY = new Owners.AnyOf(TYPES, CONCURRENT.concat("CompletionStage"));
  private static final Owners FUTURES =
      new Owners.Inheriting(CONCURRENT.concat("CompletableFuture"));

  @Override
  public String name() {
    return "Stages of futures";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(StageHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    addFirst(calls, "supplyAsync", "Ljava/util/function/Supplier;");
    addFirst(calls, "runAsync", RUNNABLE);
    for (String name :
        List.of("thenApply", "thenCompose", "exceptionally", "exceptionallyCompose")) {
      addNext(calls, name, FUNCTION);
    }
    addNext(calls, "thenAccept", CONSUMER);
    addNext(calls, "thenRun", RUNNABLE);
    addNext(calls, "handle", "Ljava/util/function/BiFunction;");
    addNext(calls, "whenComplete", "Ljava/util/function/BiConsumer;");
    addBoth(calls, "thenCombine", "Ljava/util/function/BiFunction;");
    addBoth(calls, "thenAcceptBoth", "Ljava/util/function/BiConsumer;");
    addBoth(calls, "runAfterBoth", RUNNABLE);
    addBoth(calls, "applyToEither", FUNCTION);
    addBoth(calls, "acceptEither", CONSUMER);
    addBoth(calls, "runAfterEither", RUNNABLE);
    addEnds(calls);
    for (CallHook each : calls) {
      each.sievedBy(TYPES);
    }
    return calls;
  }

  private static void addFirst(List<CallHook> calls, String name, String task) {
    for (String more : List.of("", EXECUTOR)) {
      String type = "(".concat(task).concat(more).concat(")").concat(FUTURE);
      calls.add(stage(CallHook.ofStatic(StageHooks.class, name, type, FUTURES), "firstBegin", 0));
    }
  }

  private static void addNext(List<CallHook> calls, String name, String task) {
    add(calls, name, task, "nextBegin", "nextOnBegin", 0);
  }

  private static void addBoth(List<CallHook> calls, String name, String task) {
    add(calls, name, STAGE.concat(task), "bothBegin", "bothOnBegin", 1);
  }

  private static void add(
      List<CallHook> calls, String name, String arguments, String before, String on, int task) {
    String async = name.concat("Async");
    for (String result : List.of(FUTURE, STAGE)) {
      String plain = "(".concat(arguments).concat(")").concat(result);
      String given = "(".concat(arguments).concat(EXECUTOR).concat(")").concat(result);
      calls.add(stage(CallHook.of(StageHooks.class, name, plain, ANY), before, task));
      calls.add(stage(CallHook.of(StageHooks.class, async, plain, ANY), before, task));
      calls.add(stage(CallHook.of(StageHooks.class, async, given, ANY), on, task));
    }
  }

  private static CallHook stage(CallHook call, String before, int task) {
    return call.before(before)
        .named()
        .around(task, "task")
        .after("made")
        .failed("refused")
        .namesResult();
  }

  private static void addEnds(List<CallHook> calls) {
    for (String name : List.of("allOf", "anyOf")) {
      String type = "([".concat(FUTURE).concat(")").concat(FUTURE);
      CallHook call = CallHook.ofStatic(StageHooks.class, name, type, FUTURES);
      calls.add(call.afterWithArguments(name).namesResult());
    }
    for (String argument : List.of("Ljava/lang/Object;", "Ljava/lang/Throwable;")) {
      String name = argument.endsWith("Object;") ? "complete" : "completeExceptionally";
      calls.add(
          CallHook.of(StageHooks.class, name, "(".concat(argument).concat(")Z"), ANY)
              .before("completeBegin")
              .afterWithArguments("completed"));
    }
  }
}
