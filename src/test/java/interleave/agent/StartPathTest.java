package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The first lambda of a JVM costs it some ten milliseconds, the first switch over patterns as much.
 * A traced program has neither of ours before its own {@code main}.
 */
class StartPathTest {
  private static final Pattern LOADED = Pattern.compile("\\] (interleave\\.\\S+) source:");
  private static final Set<String> DEAR =
      Set.of("java/lang/invoke/LambdaMetafactory", "java/lang/runtime/SwitchBootstraps");

  @Test
  void noLambdaAndNoSwitchOverPatternsIsOnTheWayToMain() throws Exception {
    Traced run =
        Traced.launch()
            .option("-Xlog:class+load:stdout")
            .run(interleave.agent.fixture.LockLane.class);
    assertThat(run.exit).isZero();
    List<String> ours =
        LOADED
            .matcher(run.out)
            .results()
            .map(MatchResult::group)
            .map(line -> line.replaceAll("^\\] | source:$", ""))
            .filter(name -> !name.contains(".fixture."))
            .distinct()
            .toList();
    assertThat(ours).contains("interleave.agent.Tracer", "interleave.event.Recorder");
    assertThat(ours.stream().flatMap(name -> dearOnes(name).stream())).isEmpty();
  }

  private static Set<String> dearOnes(String name) {
    Set<String> found = new TreeSet<>();
    try (JarFile jar = new JarFile(System.getProperty("interleave.agent"))) {
      var entry = jar.getJarEntry(name.replace('.', '/') + ".class");
      if (entry == null) {
        return found; // made when it was needed
      }
      byte[] bytes = jar.getInputStream(entry).readAllBytes();
      ClassFile.of()
          .parse(bytes)
          .methods()
          .forEach(
              method ->
                  method
                      .code()
                      .ifPresent(
                          code -> {
                            for (CodeElement element : code) {
                              if (element instanceof InvokeDynamicInstruction call
                                  && DEAR.contains(bootstrap(call))) {
                                found.add(name + "." + method.methodName().stringValue());
                              }
                            }
                          }));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return found;
  }

  private static String bootstrap(InvokeDynamicInstruction call) {
    String owner = call.bootstrapMethod().owner().descriptorString();
    return owner.substring(1, owner.length() - 1);
  }
}
