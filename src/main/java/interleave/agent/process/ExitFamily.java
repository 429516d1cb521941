package interleave.agent.process;

import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Owners;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
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
  public @Nullable BodyHook around(MethodContext body) {
    boolean isMain =
        body.method.equals("main")
            && (body.descriptor.equals("([Ljava/lang/String;)V") || body.descriptor.equals("()V"));
    return isMain ? new Life(HOOKS, "mainBegin", false, "mainEnd", "mainFailed") : null;
  }

  /** Around a body that is all that a thread does. */
  public static final class Life implements BodyHook {
    private static final MethodTypeDesc END =
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long);
    private static final MethodTypeDesc FAILED =
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable, ConstantDescs.CD_long);

    private final ClassDesc hooks;
    private final String begin;
    private final boolean takesThis;
    private final String end;
    private final String failed;
    private int token;

    public Life(ClassDesc hooks, String begin, boolean takesThis, String end, String failed) {
      this.hooks = hooks;
      this.begin = begin;
      this.takesThis = takesThis;
      this.end = end;
      this.failed = failed;
    }

    @Override
    public void begin(CodeBuilder to, MethodContext body) {
      token = to.allocateLocal(TypeKind.LONG);
      if (takesThis) {
        to.aload(0);
      }
      to.invokestatic(
              hooks,
              begin,
              takesThis
                  ? MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_Object)
                  : MethodTypeDesc.of(ConstantDescs.CD_long))
          .lstore(token);
    }

    @Override
    public void end(CodeBuilder to, MethodContext body, int result) {
      to.lload(token).invokestatic(hooks, end, END);
    }

    @Override
    public void failed(CodeBuilder to, MethodContext body, int exception) {
      to.aload(exception).lload(token).invokestatic(hooks, failed, FAILED);
    }
  }
}
