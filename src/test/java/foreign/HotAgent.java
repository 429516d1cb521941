package foreign;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/** A program's own agent: counts calls, in classes as they are loaded and in loaded ones. */
public final class HotAgent {
  public static final AtomicInteger CALLS = new AtomicInteger();
  static Instrumentation instrumentation;

  public static void premain(String arguments, Instrumentation instrumentation) {
    HotAgent.instrumentation = instrumentation;
    install();
  }

  static void install() {
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .type(ElementMatchers.nameStartsWith("foreign.Reloaded$"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Counting.class).on(ElementMatchers.named("call"))))
        .installOn(instrumentation);
  }

  /** Inlined into what is counted. */
  public static final class Counting {
    @Advice.OnMethodEnter
    static void enter() {
      HotAgent.CALLS.incrementAndGet();
    }
  }
}
