package interleave.agent.thread;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a program asks the JVM of its threads by {@code java.lang.management}, which not every JVM
 * has.
 */
public final class CensusFamily extends HookFamily {
  private static final String[] PACKAGES = {"java/lang/management/", "com/sun/management/"};

  private static final Set<String> BEANS =
      Set.of("java/lang/management/ThreadMXBean", "com/sun/management/ThreadMXBean");

  @Override
  public String name() {
    return "Counts of threads";
  }

  @Override
  public String[] libraries() {
    return PACKAGES;
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(CensusHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    for (String each : List.of("getThreadCount", "getDaemonThreadCount", "getPeakThreadCount")) {
      calls.add(of(each, "()I", "count"));
    }
    calls.add(of("getTotalStartedThreadCount", "()J", "total"));
    calls.add(of("getAllThreadIds", "()[J", "ids"));
    String infos = "[Ljava/lang/management/ThreadInfo;";
    calls.add(of("dumpAllThreads", "(ZZ)".concat(infos), "dump"));
    calls.add(of("dumpAllThreads", "(ZZI)".concat(infos), "dump"));
    return calls;
  }

  private static CallHook of(String name, String type, String hook) {
    return CallHook.of(CensusHooks.class, name, type, new Owners.Exactly(BEANS))
        .sievedBy(BEANS)
        .after(hook)
        .replacesResult();
  }
}
