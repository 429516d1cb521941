package interleave.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.Families;
import interleave.agent.field.WatchedFields;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registry, against the classes it speaks of. */
class FamiliesTest {
  private final Families families = new Families(new WatchedFields("Some.field"));

  @Test
  void everyNameThatAFamilyLooksForIsKnownToTheSieve() {
    assertThat(families.active()).as("families that could be initialised").hasSizeGreaterThan(5);
    assertThat(HookNames.ALL)
        .containsAll(
            families.calls().stream().flatMap(hook -> hook.sieve.stream()).distinct().toList());
  }

  @Test
  void everyHookOfACallExistsWithTheParametersThatTheCallSiteHandsOver() throws Exception {
    for (CallHook hook : families.calls()) {
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
          assertExists(hook, first, parameters);
        }
      }
      if (hook.around != null) {
        assertExists(
            hook,
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
        assertExists(hook, hook.after, parameters);
      }
      if (hook.failed != null) {
        List<ClassDesc> parameters = new ArrayList<>(receiver);
        parameters.add(ConstantDescs.CD_Throwable);
        parameters.add(ConstantDescs.CD_long);
        parameters.add(ConstantDescs.CD_int);
        assertExists(hook, hook.failed, parameters);
      }
    }
  }

  private static void assertExists(CallHook hook, String name, List<ClassDesc> parameters) {
    assertThat(Arrays.stream(hook.hooks.getMethods()))
        .as("%s for %s: %s%s", hook.hooks.getSimpleName(), hook.key(), name, parameters)
        .anyMatch(
            method ->
                method.getName().equals(name)
                    && MethodTypeDesc.ofDescriptor(
                            java.lang.invoke.MethodType.methodType(
                                    method.getReturnType(), method.getParameterTypes())
                                .toMethodDescriptorString())
                        .parameterList()
                        .equals(parameters));
  }
}
