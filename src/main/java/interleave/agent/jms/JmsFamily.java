package interleave.agent.jms;

import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.MethodContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages of JMS: what is sent, received and delivered to listeners, and the sessions by which it
 * is committed. Its classes are the program's: without them there is nothing to hook.
 */
public final class JmsFamily extends HookFamily {
  private static final String[] PACKAGES = {"jakarta/jms/", "javax/jms/"};

  @Override
  public String name() {
    return "Messages of JMS";
  }

  @Override
  public String[] libraries() {
    return PACKAGES;
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(SendHooks.class, ReceiveHooks.class, ListenerHooks.class, SessionHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    for (String each : PACKAGES) {
      new JmsCalls(each, calls).add();
    }
    return calls;
  }

  @Override
  public boolean isAround(String method, String descriptor) {
    return descriptor.endsWith("/jms/Message;)V") && !method.startsWith("<");
  }

  @Override
  public @Nullable BodyHook around(MethodContext body) {
    return isAround(body.method, body.descriptor) ? new ListenerBody() : null;
  }
}
