package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.field.WatchedFields;
import interleave.agent.rewrite.JdkSites;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The places in the JDK's own classes, against the JDK that runs this. */
class JdkSitesTest {
  private final Families families = new Families(new WatchedFields(""));

  @Test
  void eachIsThereAndCallsAHookThatExists() throws Exception {
    for (String name : families.jdkClasses()) {
      byte[] bytes;
      try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
        bytes = in.readAllBytes();
      }
      assertThat(families.sites(name)).as(name).isNotEmpty();
      JdkSites.Rewritten rewritten = JdkSites.rewrite(name, bytes, families.sites(name));
      assertThat(rewritten.missing()).isEmpty();
      ClassModel model = ClassFile.of().parse(rewritten.bytes());
      assertThat(ClassFile.of().verify(model)).as(name).isEmpty();
      List<InvokeInstruction> hooks = hooks(model);
      assertThat(hooks).as(name).hasSizeGreaterThanOrEqualTo(families.sites(name).size());
      for (InvokeInstruction each : hooks) {
        Class<?> owner = Class.forName(each.owner().asInternalName().replace('/', '.'));
        assertThat(
                MethodHandles.publicLookup()
                    .findStatic(
                        owner,
                        each.name().stringValue(),
                        each.typeSymbol().resolveConstantDesc(MethodHandles.lookup())))
            .isNotNull();
      }
    }
  }

  private static List<InvokeInstruction> hooks(ClassModel model) {
    List<InvokeInstruction> found = new ArrayList<>();
    for (var method : model.methods()) {
      method
          .code()
          .ifPresent(
              code ->
                  code.forEach(
                      each -> {
                        if (each instanceof InvokeInstruction call
                            && call.owner().asInternalName().startsWith("interleave/")) {
                          found.add(call);
                        }
                      }));
    }
    return found;
  }
}
