package interleave.agent.rewrite;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The methods that calls with hooks are rewritten to call, for tests of those who offer them. */
public final class HookMethods {
  private final CallHook hook;
  private final List<String> missing = new ArrayList<>();

  private HookMethods(CallHook hook) {
    this.hook = hook;
  }

  /** The names of which one stands in every class that has such a call. */
  public static Set<String> sieve(CallHook hook) {
    return hook.sieve;
  }

  /** What {@code hook} needs and its class does not have, with the parameters handed over. */
  public static List<String> missing(CallHook hook) {
    HookMethods methods = new HookMethods(hook);
    methods.look();
    return methods.missing;
  }

  private void look() {
    List<ClassDesc> receiver = hook.isStatic ? List.of() : List.of(ConstantDescs.CD_Object);
    List<ClassDesc> arguments = CallSite.argumentsOf(hook);
    for (String first : new String[] {hook.before, hook.instead}) {
      if (first != null) {
        List<ClassDesc> parameters = new ArrayList<>(receiver);
        parameters.addAll(arguments);
        if (hook.named) {
          parameters.add(ConstantDescs.CD_String);
        }
        parameters.add(ConstantDescs.CD_int);
        look(first, parameters);
      }
    }
    if (hook.around != null) {
      look(
          hook.around,
          List.of(ConstantDescs.CD_Object, ConstantDescs.CD_long, ConstantDescs.CD_int));
    }
    if (hook.after != null) {
      List<ClassDesc> parameters = new ArrayList<>(receiver);
      if (hook.afterTakesArguments) {
        parameters.addAll(arguments);
      }
      if (!hook.type.returnType().equals(ConstantDescs.CD_void)) {
        parameters.add(CallSite.erased(hook.type.returnType()));
      }
      parameters.add(ConstantDescs.CD_long);
      parameters.add(ConstantDescs.CD_int);
      look(hook.after, parameters);
    }
    if (hook.failed != null) {
      List<ClassDesc> parameters = new ArrayList<>(receiver);
      parameters.add(ConstantDescs.CD_Throwable);
      parameters.add(ConstantDescs.CD_long);
      parameters.add(ConstantDescs.CD_int);
      look(hook.failed, parameters);
    }
  }

  private void look(String name, List<ClassDesc> parameters) {
    boolean found =
        Arrays.stream(hook.hooks.getMethods())
            .anyMatch(each -> each.getName().equals(name) && parameters(each).equals(parameters));
    if (!found) {
      missing.add(
          "%s for %s: %s%s".formatted(hook.hooks.getSimpleName(), hook.key(), name, parameters));
    }
  }

  private static List<ClassDesc> parameters(Method method) {
    String type =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    return MethodTypeDesc.ofDescriptor(type).parameterList();
  }
}
