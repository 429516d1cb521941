package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.agent.fixture.ForeignStarts;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of threads that the JDK makes in code that the program does not see. */
@BesideOthers
class ForeignStartsTest {
  @Test
  void aVirtualThreadThatReflectionStartedEndsAndAWorkerOfAStreamIsThere() throws Exception {
    Traced run = Traced.launch().run(ForeignStarts.class);
    Traced plain = Traced.launch().untraced().run(ForeignStarts.class);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.err).isEqualTo(plain.err);
    List<Event> ended = run.of(THREAD_END, "reflected");
    assertThat(ended).hasSize(1);
    assertThat(ended.getFirst().time())
        .isLessThan(run.of(OUTPUT).stream().mapToLong(Event::time).min().orElseThrow());
    assertThat(run.of(THREAD_BEGIN, "ForkJoinPool.commonPool-worker-1")).hasSize(1);
  }

  @Test
  void whatTheJvmDoesToCompileASourceFileIsNotOfItsMainThread(@TempDir Path folder)
      throws Exception {
    Path wrong = folder.resolve("Wrong.java");
    Files.writeString(wrong, "class Wrong { static void main(String[] a) { int i = \"\"; } }");
    Traced run = Traced.launch().runCommand(List.of(wrong.toString()));
    assertThat(run.exit).isEqualTo(1);
    assertThat(run.err).contains("compilation failed");
    long begins = run.of(THREAD_BEGIN, "main").getFirst().time(); // to say what is wrong
    long starts = run.of(PROCESS_START).getFirst().time();
    assertThat(run.of(OUTPUT).getFirst().time() - begins).isLessThan(begins - starts);
    Path right = folder.resolve("Right.java");
    Files.writeString(
        right, "class Right { public static void main(String[] a) { System.out.print(1); } }");
    run = Traced.launch().runCommand(List.of(right.toString()));
    assertThat(run.out).isEqualTo("1");
    assertThat(run.of(THREAD_BEGIN, "main")).hasSize(1);
    assertThat(run.of(THREAD_END, "main")).hasSize(1);
  }

  @Test
  void subtasksOfAScopeAreTasksInThreadsThatEndAndJoinWaitsForThem(@TempDir Path folder)
      throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("Subtasks.java"),
            """
            import java.util.concurrent.*;

            class Subtasks {
              public static void main(String[] args) throws Exception {
                CountDownLatch go = new CountDownLatch(1);
                try (var scope = StructuredTaskScope.open()) {
                  var one = scope.fork(() -> { go.await(); return 1; });
                  var other = scope.fork(() -> 2);
                  go.countDown();
                  scope.join();
                  System.out.println(one.get() + other.get());
                }
                try (var scope = StructuredTaskScope.open()) {
                  scope.fork(() -> { throw new IllegalStateException("no luck"); });
                  try {
                    scope.join();
                  } catch (StructuredTaskScope.FailedException e) {
                    System.out.println(e.getCause().getMessage());
                  }
                }
              }
            }
            """);
    String version = Integer.toString(Runtime.version().feature());
    List<String> tail = List.of("--enable-preview", "--source", version, source.toString());
    Traced run = Traced.launch().runCommand(tail);
    Traced plain = Traced.launch().untraced().runCommand(tail);
    assertThat(run.out).isEqualTo(plain.out).isEqualTo("3\nno luck\n");
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.notes()).isEmpty();
    List<Event> started = run.of(TASK_STARTED);
    assertThat(started).hasSize(3);
    for (Event each : started) {
      assertThat(of(run, THREAD_END, each.thread())).hasSize(1);
    }
    assertThat(run.of(TASK_ENDED))
        .extracting(Event::text)
        .contains("1", "2", "java.lang.IllegalStateException: no luck");
    assertThat(run.objects()).contains("StructuredTaskScope@1");
    assertThat(run.of(RESULT_WAIT_BEGIN, "main")).hasSize(2);
    assertThat(run.of(RESULT_WAIT_END, "main"))
        .extracting(Event::flags)
        .containsExactly(0, Flags.FAILED);
  }

  private static List<Event> of(Traced run, EventKind kind, int thread) {
    return run.of(kind).stream().filter(e -> e.thread() == thread).toList();
  }
}
