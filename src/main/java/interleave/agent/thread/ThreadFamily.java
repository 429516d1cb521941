package interleave.agent.thread;

import interleave.agent.rewrite.BodyCalls;
import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.InstructionHook;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Owners;
import interleave.agent.rewrite.ReferenceHook;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Threads: made, started, their beginning and end, joined, put to sleep, interrupted, renamed. */
public final class ThreadFamily extends HookFamily {
  private static final String THREAD = "java/lang/Thread";
  private static final String EXECUTORS = "java/util/concurrent/Executors";
  private static final ClassDesc EXECUTOR = ExecutorService.class.describeConstable().orElseThrow();
  private static final ClassDesc RUNNABLE = Runnable.class.describeConstable().orElseThrow();
  private static final ClassDesc HOOKS = ThreadHooks.class.describeConstable().orElseThrow();

  @Override
  public String name() {
    return "Threads";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(ThreadHooks.class, ThreadTask.class, TracedFactory.class, OwnThreads.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    Owners thread =
        new Owners.ProgramOr(Set.of(THREAD, "java/util/concurrent/ForkJoinWorkerThread"));
    calls.add(of("start", "()V", thread).before("startBegin"));
    calls.add(of("interrupt", "()V", thread).before("interruptBegin"));
    calls.add(of("setName", "(Ljava/lang/String;)V", thread).after("renamed"));
    for (String type : List.of("()V", "(J)V", "(JI)V", "(Ljava/time/Duration;)Z")) {
      calls.add(of("join", type, thread).before("joinBegin").after("joinEnd").failed("joinFailed"));
    }
    for (String type : List.of("(J)V", "(JI)V", "(Ljava/time/Duration;)V")) {
      calls.add(
          ofStatic("sleep", type, new Owners.Inheriting(THREAD))
              .before("sleepBegin")
              .after("sleepEnd")
              .failed("sleepFailed"));
    }
    calls.add(
        of("sleep", "(J)V", new Owners.Exactly(Set.of("java/util/concurrent/TimeUnit")))
            .before("sleepBegin")
            .after("sleepEnd")
            .failed("sleepFailed"));
    addBuilders(calls);
    addLooks(calls);
    return calls;
  }

  @Override
  public List<ReferenceHook> references() {
    ClassDesc thread = Thread.class.describeConstable().orElseThrow();
    return List.of(
        new ReferenceHook(
            ThreadHooks.class,
            "start",
            MethodTypeDesc.of(ConstantDescs.CD_void, thread),
            THREAD,
            "start",
            "()V"),
        new ReferenceHook(
            ThreadHooks.class,
            "make",
            MethodTypeDesc.of(thread, RUNNABLE),
            THREAD,
            "<init>",
            "(Ljava/lang/Runnable;)V"),
        new ReferenceHook(
            ThreadHooks.class,
            "startVirtual",
            MethodTypeDesc.of(thread, RUNNABLE),
            THREAD,
            "startVirtualThread",
            "(Ljava/lang/Runnable;)Ljava/lang/Thread;"),
        new ReferenceHook(
            ThreadHooks.class,
            "perTask",
            MethodTypeDesc.of(EXECUTOR),
            EXECUTORS,
            "newVirtualThreadPerTaskExecutor",
            "()Ljava/util/concurrent/ExecutorService;"));
  }

  private static void addBuilders(List<CallHook> calls) {
    String type = "(Ljava/lang/Runnable;)Ljava/lang/Thread;";
    Owners builder =
        new Owners.Exactly(
            Set.of(
                "java/lang/Thread$Builder",
                "java/lang/Thread$Builder$OfPlatform",
                "java/lang/Thread$Builder$OfVirtual"));
    calls.add(
        of("start", type, builder)
            .before("buildBegin")
            .after("builtAndStarted")
            .arguments(ThreadConstruction.TASK));
    calls.add(
        of("unstarted", type, builder)
            .before("buildBegin")
            .after("built")
            .arguments(ThreadConstruction.TASK));
    calls.add(
        ofStatic("startVirtualThread", type, new Owners.Inheriting(THREAD))
            .before("startVirtualBegin")
            .after("startVirtualEnd")
            .arguments(ThreadConstruction.TASK));
    String factory = "()Ljava/util/concurrent/ThreadFactory;";
    calls.add(of("factory", factory, builder).after("factory").replacesResult());
    calls.add(
        ofStatic(
                "newVirtualThreadPerTaskExecutor",
                "()Ljava/util/concurrent/ExecutorService;",
                new Owners.Exactly(Set.of(EXECUTORS)))
            .after("perTask")
            .replacesResult());
  }

  private static void addLooks(List<CallHook> calls) {
    calls.add(
        CallHook.ofStatic(
                OwnThreads.class,
                "getAllStackTraces",
                "()Ljava/util/Map;",
                new Owners.Inheriting(THREAD))
            .after("allStackTraces")
            .replacesResult());
    Set<String> groups = Set.of("java/lang/ThreadGroup");
    Owners group = new Owners.Exactly(groups);
    calls.add(
        CallHook.of(OwnThreads.class, "activeCount", "()I", group)
            .sievedBy(groups)
            .after("activeCount")
            .replacesResult());
    for (String type : List.of("([Ljava/lang/Thread;)I", "([Ljava/lang/Thread;Z)I")) {
      calls.add(
          CallHook.of(OwnThreads.class, "enumerate", type, group)
              .sievedBy(groups)
              .handing(1)
              .afterWithArguments("enumerated")
              .replacesResult());
    }
  }

  private static CallHook of(String name, String type, Owners owners) {
    return CallHook.of(ThreadHooks.class, name, type, owners);
  }

  private static CallHook ofStatic(String name, String type, Owners owners) {
    return CallHook.ofStatic(ThreadHooks.class, name, type, owners);
  }

  @Override
  public boolean isInside(String owner, String member) {
    return owner.equals(THREAD) && member.equals("<init>");
  }

  @Override
  public InstructionHook inside(MethodContext body) {
    return new ThreadConstruction();
  }

  @Override
  public boolean isAround(String method, String descriptor) {
    return method.equals("run") && descriptor.equals("()V");
  }

  @Override
  public @Nullable BodyHook around(MethodContext body) {
    boolean isThread =
        isAround(body.method, body.descriptor)
            && !body.isStatic()
            && body.ancestry.extendsClass(body.ownerName, THREAD);
    return isThread ? new BodyCalls(HOOKS, "runBegin", true, "bodyEnd", "bodyFailed") : null;
  }
}
