package interleave.agent.jms;

import interleave.agent.rewrite.BodyHook;
import interleave.agent.rewrite.MethodContext;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * The beginning of a method that takes a message last, which may be a listener's: so it is known in
 * which line of the program the message comes that the client delivers.
 */
final class ListenerBody implements BodyHook {
  private static final ClassDesc HOOKS = ClassDesc.of("interleave.agent.jms.ListenerHooks");
  private static final MethodTypeDesc COMES =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

  @Override
  public void begin(CodeBuilder to, MethodContext body) {
    to.loadConstant(body.site()).invokestatic(HOOKS, "comes", COMES);
  }

  @Override
  public void end(CodeBuilder to, MethodContext body, int result) {}

  @Override
  public void failed(CodeBuilder to, MethodContext body, int exception) {}
}
