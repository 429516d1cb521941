package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.agent.fixture.Loading;
import interleave.event.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever loader or module a program's classes come from. */
@BesideOthers
class LoadersTest {
  @Test
  void classesThatCannotBeRewrittenStayAsTheyWereAndAreReported() throws Exception {
    Traced run = Traced.launch().run(Loading.class);
    assertThat(run.err).isEmpty();
    assertThat(run.out).isEqualTo("Own\nHiding\n4\n4\n");
    assertThat(run.notes())
        .hasSize(2)
        .anyMatch(note -> note.contains("Loading$Hiding") && note.contains("hides the tracer"))
        .anyMatch(note -> note.contains("Loading$Merging") && note.contains("not to be found"));
    assertThat(run.objects())
        .contains("Simple@1", "Merging@1")
        .doesNotContain("Simple@2", "Merging@2");
  }

  @Test
  void aProgramOnTheModulePathIsTracedWithoutAWordInItsDescriptor(@TempDir Path folder)
      throws Exception {
    Path module = folder.resolve("module-info.java");
    Path main = folder.resolve("Main.java");
    Files.writeString(module, "module talking {}");
    Files.writeString(
        main,
        """
        package talking;
        public class Main {
          public static void main(String[] args) throws Exception {
            Thread thread = new Thread(Main::speak, "speaker");
            thread.start();
            thread.join();
          }
          static synchronized void speak() {
            System.out.println(Main.class.getModule());
          }
        }
        """);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), module.toString(), main.toString());
    assertThat(compiled).isZero();
    Traced run =
        Traced.launch().runCommand(List.of("-p", folder.toString(), "-m", "talking/talking.Main"));
    assertThat(run.err).isEmpty();
    assertThat(run.out).isEqualTo("module talking\n");
    assertThat(run.printedBy("speaker")).containsExactly("module talking");
    assertThat(run.kindsAbout("Main.class")).containsExactly(LOCK_ACQUIRED, LOCK_RELEASED);
  }

  @Test
  void aSourceFileRunsTraced(@TempDir Path folder) throws Exception {
    Path main = folder.resolve("Small.java");
    Files.writeString(
        main,
        """
        void main() {
          var lock = new java.util.concurrent.locks.ReentrantLock();
          lock.lock();
          IO.println("small");
          lock.unlock();
        }
        """);
    Traced run = Traced.launch().runCommand(List.of(main.toString()));
    assertThat(run.err).isEmpty();
    assertThat(run.out).isEqualTo("small\n");
    Event acquired = run.about("ReentrantLock@1").getFirst();
    assertThat(run.place(acquired)).isEqualTo("Small.java:3 main");
    // The compiler and what loads the compiled classes are the JDK's, although the application's
    // loader has them.
    assertThat(run.objects()).containsExactly("ReentrantLock@1");
  }

  @Test
  void withoutARecordingTheTracerDoesNothing() throws Exception {
    Traced run = Traced.launch().env("INTERLEAVE_RECORDING", "/no/such/folder").run(Loading.class);
    assertThat(run.err).isEmpty();
    assertThat(run.exit).isZero();
    assertThat(run.events).isEmpty();
  }
}
