package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a method reference anew, when it refers to a method that has a hook. */
final class Reference {
  private static final int METHOD = 1;

  private Reference() {}

  static boolean rewrite(
      Instruction instruction, CodeBuilder to, MethodContext body, HookRegistry hooks) {
    if (!(instruction instanceof InvokeDynamicInstruction dynamic)
        || !isLambda(dynamic.bootstrapMethod())) {
      return false;
    }
    List<ConstantDesc> arguments = dynamic.bootstrapArgs();
    if (arguments.size() <= METHOD
        || !(arguments.get(METHOD) instanceof DirectMethodHandleDesc referred)) {
      return false;
    }
    ReferenceHook hook = hookOf(referred, body, hooks);
    if (hook == null) {
      return false;
    }
    ConstantDesc[] others = arguments.toArray(new ConstantDesc[0]);
    others[METHOD] =
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, hook.owner(), hook.hook(), hook.hookType());
    to.invokedynamic(
        DynamicCallSiteDesc.of(
            dynamic.bootstrapMethod(),
            dynamic.name().stringValue(),
            bound(dynamic.typeSymbol(), hook),
            others));
    return true;
  }

  /** A receiver that is bound when the reference is made must be of the very type of the hook's. */
  private static MethodTypeDesc bound(MethodTypeDesc type, ReferenceHook hook) {
    return type.parameterCount() == 1 && hook.takesReceiver()
        ? type.changeParameterType(0, hook.hookType().parameterType(0))
        : type;
  }

  static boolean isLambda(DirectMethodHandleDesc bootstrap) {
    return bootstrap.owner().descriptorString().equals("Ljava/lang/invoke/LambdaMetafactory;");
  }

  private static @Nullable ReferenceHook hookOf(
      DirectMethodHandleDesc referred, MethodContext body, HookRegistry hooks) {
    DirectMethodHandleDesc.Kind kind = referred.kind();
    if (kind != DirectMethodHandleDesc.Kind.VIRTUAL
        && kind != DirectMethodHandleDesc.Kind.INTERFACE_VIRTUAL
        && kind != DirectMethodHandleDesc.Kind.STATIC
        && kind != DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
      return null;
    }
    String descriptor = referred.owner().descriptorString();
    String owner = descriptor.substring(1, descriptor.length() - 1);
    return hooks.referenceTo(
        owner, referred.methodName().concat(referred.lookupDescriptor()), body);
  }
}
