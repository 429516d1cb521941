package interleave.agent.task;

import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Owners;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fork/join tasks: who forks them; and around what tasks of the program compute, where. */
public final class ForkFamily extends HookFamily {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String TASK = CONCURRENT.concat("ForkJoinTask");
  private static final String TASK_TYPE = "Ljava/util/concurrent/ForkJoinTask;";
  private static final ClassDesc BODIES = UnwrappableTasks.class.describeConstable().orElseThrow();
  private static final ClassDesc HOOKS = ForkHooks.class.describeConstable().orElseThrow();

  static final Set<String> TYPES =
      Set.of(
          TASK,
          CONCURRENT.concat("RecursiveTask"),
          CONCURRENT.concat("RecursiveAction"),
          CONCURRENT.concat("CountedCompleter"));

  @Override
  public String name() {
    return "Fork/join tasks";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(ForkHooks.class, UnwrappableTasks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    calls.add(
        CallHook.of(ForkHooks.class, "fork", "()".concat(TASK_TYPE), new Owners.AnyOf(TYPES, TASK))
            .before("forkBegin"));
    Owners statics = new Owners.Inheriting(TASK);
    String two = "(".concat(TASK_TYPE).concat(TASK_TYPE).concat(")V");
    String many = "([".concat(TASK_TYPE).concat(")V");
    String all = "(Ljava/util/Collection;)Ljava/util/Collection;";
    for (String type : List.of(two, many, all)) {
      calls.add(
          CallHook.ofStatic(ForkHooks.class, "invokeAll", type, statics)
              .before("allBegin")
              .sievedBy(Set.of("invokeAll")));
    }
    addPool(calls);
    return calls;
  }

  private static void addPool(List<CallHook> calls) {
    String pool = CONCURRENT.concat("ForkJoinPool");
    Owners pools = new Owners.Exactly(Set.of(pool));
    String given = "(".concat(TASK_TYPE).concat(")");
    List<CallHook> handed =
        List.of(
            CallHook.of(ForkHooks.class, "invoke", given.concat("Ljava/lang/Object;"), pools)
                .before("invokeBegin")
                .afterWithArguments("invoked")
                .failed("invokeFailed"),
            CallHook.of(ForkHooks.class, "execute", given.concat("V"), pools).before("givenBegin"),
            CallHook.of(ForkHooks.class, "submit", given.concat(TASK_TYPE), pools)
                .before("givenBegin"));
    for (CallHook each : handed) {
      calls.add(each.sievedBy(Set.of(pool)).namesReceiver());
    }
  }

  @Override
  public boolean isAround(String method, String descriptor) {
    return method.equals("compute") && descriptor.startsWith("()")
        || method.equals("run") && descriptor.equals("()V")
        || method.equals("call") && descriptor.startsWith("()L");
  }

  @Override
  public @Nullable BodyHook around(MethodContext body) {
    boolean computes =
        body.method.equals("compute")
            && body.descriptor.startsWith("()")
            && !body.isStatic()
            && (body.flags & ClassFile.ACC_BRIDGE) == 0
            && body.ancestry.extendsClass(body.ownerName, TASK);
    if (computes) {
      return new Computing(HOOKS, "computeBegin");
    }
    boolean runs =
        (body.method.equals("run") && body.descriptor.equals("()V")
                || body.method.equals("call") && body.descriptor.startsWith("()L"))
            && !body.isStatic()
            && (body.flags & ClassFile.ACC_BRIDGE) == 0
            && isTask(body);
    if (runs) {
      UnwrappableTasks.tells(body.ownerName);
    }
    return runs ? new Computing(BODIES, "begin") : null;
  }

  private static boolean isTask(MethodContext body) {
    return !body.ancestry.extendsClass(body.ownerName, "java/lang/Thread")
        && (body.ancestry.surelyIs(body.ownerName, "java/lang/Runnable")
            || body.ancestry.surelyIs(body.ownerName, "java/util/concurrent/Callable"));
  }

  /** Around {@code compute()}, or what else a task does. */
  private static final class Computing implements BodyHook {
    private static final MethodTypeDesc BEGIN =
        MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final MethodTypeDesc END =
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final MethodTypeDesc FAILED =
        MethodTypeDesc.of(
            ConstantDescs.CD_void, ConstantDescs.CD_Throwable, ConstantDescs.CD_Object);

    private final ClassDesc hooks;
    private final String begin;
    private int record;

    Computing(ClassDesc hooks, String begin) {
      this.hooks = hooks;
      this.begin = begin;
    }

    @Override
    public void begin(CodeBuilder to, MethodContext body) {
      record = to.allocateLocal(TypeKind.REFERENCE);
      to.aload(0).invokestatic(hooks, begin, BEGIN).astore(record);
    }

    @Override
    public void end(CodeBuilder to, MethodContext body, int result) {
      if (result < 0) {
        to.aconst_null();
      } else {
        to.aload(result);
      }
      to.aload(record).invokestatic(HOOKS, "computed", END);
    }

    @Override
    public void failed(CodeBuilder to, MethodContext body, int exception) {
      to.aload(exception).aload(record).invokestatic(HOOKS, "computeFailed", FAILED);
    }
  }
}
