package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

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
        .containsAll(families.calls().stream().map(hook -> hook.name).distinct().toList());
  }

  @Test
  void everyHookOfACallExistsWithTheParametersThatTheCallSiteHandsOver() throws Exception {
    for (CallHook hook : families.calls()) {
      List<ClassDesc> receiver = hook.isStatic ? List.of() : List.of(ConstantDescs.CD_Object);
      if (hook.before != null) {
        List<ClassDesc> parameters = new ArrayList<>(receiver);
        parameters.addAll(hook.type.parameterList());
        parameters.add(ConstantDescs.CD_int);
        assertExists(hook, hook.before, parameters);
      }
      if (hook.after != null) {
        List<ClassDesc> parameters = new ArrayList<>(receiver);
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
