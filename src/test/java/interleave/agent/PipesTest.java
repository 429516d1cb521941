package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Piping;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of the pipes between a process and its children. */
class PipesTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Piping.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Piping.class);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void everyByteIsCountedOnceWhoeverReadsIt() {
    assertThat(bytes(0, 0)).isEqualTo(8); // one, two
    assertThat(bytes(0, 1)).isEqualTo(8);
    assertThat(bytes(0, 2)).isZero();
    assertThat(bytes(1, 0)).isEqualTo(2);
    assertThat(bytes(1, 1)).isEqualTo(6);
    assertThat(bytes(1, 2)).isEqualTo(4);
    assertThat(bytes(2, 1)).isEqualTo(5); // what the JDK took out of the pipe of a dead process
    assertThat(bytes(3, 1)).isEqualTo(1_000_000);
  }

  @Test
  void onlyRealPipesAreSeen() {
    assertThat(pipes(3)).extracting(e -> e.value() >> 32).containsExactly(0L, 1L, 2L);
    assertThat(pipes(4)).isEmpty(); // inheritIO
    assertThat(pipes(5)).extracting(e -> e.value() >> 32).containsExactly(0L, 2L);
    assertThat(pipes(6)).extracting(e -> e.value() >> 32).containsExactly(0L, 2L);
    assertThat(pipes(7)).extracting(e -> e.value() >> 32).containsExactly(1L, 2L);
    assertThat(run.events)
        .filteredOn(e -> e.kind() == DEFINE_OBJECT && e.flags() == ObjectType.PIPE.code())
        .extracting(Event::text)
        .containsOnly("stdin", "stdout", "stderr");
  }

  @Test
  void readsEndWithNothingAtTheEndOfTheStreamAndAreToldApartFromWrites() {
    List<Event> reads = of(IO_END, pipe(3, 1));
    assertThat(reads.getLast().value()).isZero();
    assertThat(reads.getLast().flags()).isZero();
    assertThat(of(IO_END, pipe(0, 0))).allMatch(e -> e.flags() == Flags.WRITE);
    assertThat(of(IO_BEGIN, pipe(0, 0))).hasSameSizeAs(of(IO_END, pipe(0, 0)));
  }

  @Test
  void anEndIsClosedOnceAndAFailureIsTold() {
    assertThat(of(IO_CLOSED, pipe(0, 0))).hasSize(1);
    assertThat(of(IO_CLOSED, pipe(0, 1))).hasSize(1);
    assertThat(of(IO_END, pipe(9, 0)).getLast().flags()).isEqualTo(Flags.WRITE | Flags.FAILED);
  }

  private static List<Event> pipes(int child) {
    long pid = run.of(CHILD_START).get(child).value();
    return run.of(PIPE).stream().filter(e -> (e.value() & 0xFFFF_FFFFL) == pid).toList();
  }

  private static int pipe(int child, int stream) {
    return pipes(child).stream()
        .filter(e -> e.value() >> 32 == stream)
        .findFirst()
        .orElseThrow()
        .object();
  }

  private static List<Event> of(EventKind kind, int pipe) {
    return run.of(kind).stream().filter(e -> e.object() == pipe).toList();
  }

  private static long bytes(int child, int stream) {
    return of(IO_END, pipe(child, stream)).stream().mapToLong(Event::value).sum();
  }
}
