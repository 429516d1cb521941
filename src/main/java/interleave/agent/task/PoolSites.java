package interleave.agent.task;

import interleave.agent.rewrite.JdkCall;
import interleave.agent.rewrite.JdkOperand;
import interleave.agent.rewrite.JdkSite;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Where pools of the JDK's tell what they were given and what they run. None of it can be told from
 * the program's calls without handing the pool another object than the program's, which its queue,
 * its handlers and its overridden methods would meet.
 */
public final class PoolSites {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String RUNNABLE = "Ljava/lang/Runnable;";
  private static final String CALLABLE = "Ljava/util/concurrent/Callable;";
  private static final String FUTURE = "Ljava/util/concurrent/Future;";
  private static final String SERVICE = "Ljava/util/concurrent/ExecutorService;";
  private static final String POOL = "Ljava/util/concurrent/ThreadPoolExecutor;";
  private static final String WORKER = "java/util/concurrent/ThreadPoolExecutor$Worker";
  private static final String REJECTED = "rejectedExecution";
  private static final Class<?> EDGES = PoolEdges.class;
  private static final Class<?> WORKERS = WorkerEdges.class;
  private static final Class<?> REFUSALS = RefusalEdges.class;
  private static final JdkOperand GIVEN = JdkOperand.local(1);

  private PoolSites() {}

  /** Those of the class of that internal name. */
  public static List<JdkSite> of(String name) {
    String rejects = REJECTED.concat("(").concat(RUNNABLE).concat(POOL).concat(")V");
    if (!name.startsWith(CONCURRENT)) {
      return List.of();
    }
    return switch (name.substring(CONCURRENT.length())) {
      case "ThreadPoolExecutor" -> pool();
      case "ThreadPoolExecutor$CallerRunsPolicy" ->
          List.of(new JdkCall(rejects, "run", EDGES, "begins", false));
      case "ThreadPoolExecutor$DiscardOldestPolicy" ->
          List.of(JdkSite.after(rejects, "poll", REFUSALS, "pushedOut"));
      case "ScheduledThreadPoolExecutor" ->
          List.of(
              JdkSite.atStart(
                  "delayedExecute(Ljava/util/concurrent/RunnableScheduledFuture;)V",
                  EDGES,
                  "handedIn",
                  JdkOperand.THIS,
                  GIVEN));
      case "AbstractExecutorService" ->
          List.of(
              given("submit(".concat(RUNNABLE).concat(")").concat(FUTURE)),
              given("submit(".concat(RUNNABLE).concat("Ljava/lang/Object;)").concat(FUTURE)),
              given("submit(".concat(CALLABLE).concat(")").concat(FUTURE)),
              given("invokeAll(Ljava/util/Collection;)Ljava/util/List;"),
              given(
                  "invokeAll(Ljava/util/Collection;JLjava/util/concurrent/TimeUnit;)"
                      .concat("Ljava/util/List;")));
      case "ExecutorCompletionService" ->
          List.of(
              given("submit(".concat(CALLABLE).concat(")").concat(FUTURE)),
              given("submit(".concat(RUNNABLE).concat("Ljava/lang/Object;)").concat(FUTURE)));
      case "ForkJoinPool" -> forkJoin();
      case "FutureTask" ->
          List.of(
              new JdkCall("run()V", "call", EDGES, "computes", true),
              new JdkCall("runAndReset()Z", "call", EDGES, "repeats", true),
              JdkSite.atReturn("cancel(Z)Z", EDGES, "cancelled", JdkOperand.THIS));
      case "Executors$DelegatedExecutorService" ->
          List.of(
              JdkSite.atReturn(
                  "<init>(".concat(SERVICE).concat(")V"), EDGES, "facade", JdkOperand.THIS, GIVEN));
      default -> List.of();
    };
  }

  private static List<JdkSite> pool() {
    String loop = "runWorker(L".concat(WORKER).concat(";)V");
    return List.of(
        JdkSite.atStart(
            "execute(".concat(RUNNABLE).concat(")V"), EDGES, "handedIn", JdkOperand.THIS, GIVEN),
        JdkSite.atStart(
            loop,
            WORKERS,
            "works",
            JdkOperand.THIS,
            JdkOperand.field(1, WORKER, "firstTask", "java/lang/Runnable")),
        new JdkCall(loop, "run", EDGES, "begins", false),
        JdkSite.atReturn(loop, WORKERS, "worked"),
        new Refusing("reject(".concat(RUNNABLE).concat(")V")));
  }

  private static List<JdkSite> forkJoin() {
    String wait = "awaitWork(Ljava/util/concurrent/ForkJoinPool$WorkQueue;I)I";
    return List.of(
        JdkSite.atStart(wait, WORKERS, "idles", JdkOperand.THIS),
        JdkSite.atReturn(wait, WORKERS, "resumes"));
  }

  private static JdkSite given(String method) {
    return JdkSite.before(method, "execute", EDGES, "handedIn");
  }

  private static ClassDesc type(String descriptor) {
    return ClassDesc.ofDescriptor(descriptor);
  }

  /** Around the handler of what a pool does not take. */
  private static final class Refusing extends JdkSite {
    Refusing(String method) {
      super(method, REFUSALS);
    }

    @Override
    protected boolean rewrite(Instruction instruction, CodeBuilder to) {
      if (!calls(instruction, REJECTED)) {
        return false;
      }
      found();
      Label from = to.newLabel();
      Label until = to.newLabel();
      Label handler = to.newLabel();
      Label done = to.newLabel();
      int exception = to.allocateLocal(TypeKind.REFERENCE);
      to.invokestatic(hooks, "refuses", MethodTypeDesc.of(VOID));
      to.labelBinding(from).with(instruction).labelBinding(until);
      ofPool(to, "handler", "Ljava/util/concurrent/RejectedExecutionHandler;");
      ofPool(to, "workQueue", "Ljava/util/concurrent/BlockingQueue;");
      to.aload(1)
          .invokestatic(hooks, "refused", MethodTypeDesc.of(VOID, OBJECT, OBJECT, OBJECT))
          .goto_(done);
      to.exceptionCatch(from, until, handler, ConstantDescs.CD_Throwable);
      to.labelBinding(handler).astore(exception);
      to.aload(1).invokestatic(hooks, "rejected", MethodTypeDesc.of(VOID, OBJECT));
      to.aload(exception).athrow().labelBinding(done);
      return true;
    }

    private static void ofPool(CodeBuilder to, String field, String descriptor) {
      to.aload(0).getfield(type(POOL), field, type(descriptor));
    }
  }
}
