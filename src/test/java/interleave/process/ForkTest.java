package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.ChildJvm;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Each test forks a JVM of its own, never this one. */
@DisabledOnOs(OS.WINDOWS)
@BesideOthers
class ForkTest {
  private Recording recording;

  @BeforeEach
  void record() throws Exception {
    recording = Recording.create(64L << 20);
  }

  @AfterEach
  void forget() {
    recording.delete();
  }

  /** Forks again and again; the child's exit code is its number. */
  static final class Often {
    private Often() {}

    static void child(Fork here, int code) {
      here.print("pid " + here.pid() + " ppid " + here.parentPid());
      here.exit(code);
    }

    public static void main(String[] args) throws Exception {
      int times = Integer.parseInt(args[0]);
      int[] number = {0};
      Fork fork = Fork.rehearsed("Child", here -> child(here, number[0]));
      for (number[0] = 1; number[0] <= times; number[0]++) {
        long pid = fork.fork();
        if (pid == 0) {
          child(fork, number[0]);
        }
        System.out.println("forked " + pid + " from " + ProcessHandle.current().pid());
        if (fork.waitFor() != number[0]) {
          throw new AssertionError("another exit code");
        }
      }
    }
  }

  @Test
  void oneProcessBecomesTwoAsOftenAsOneLikes() throws Exception {
    List<String> lines = run(recording, Often.class, "40");
    List<Event> births = events(EventKind.CHILD_START);
    long parent = births.getFirst().pid();
    assertThat(births).allMatch(e -> e.flags() == Flags.FORK && e.thread() != 0);
    assertThat(events(EventKind.CHILD_EXIT))
        .filteredOn(e -> e.flags() == 0)
        .extracting(e -> e.value() >> 32)
        .hasSize(40)
        .startsWith(1L, 2L, 3L)
        .endsWith(40L);
    for (Event said : events(EventKind.OUTPUT)) {
      assertThat(said.text()).isEqualTo("pid " + said.pid() + " ppid " + parent);
      assertThat(lines).containsOnlyOnce(said.text(), "forked " + said.pid() + " from " + parent);
    }
    assertThat(events(EventKind.OUTPUT)).hasSize(40);
    assertThat(lines).hasSize(80);
  }

  @Test
  void theVeryFirstForkOfAProcessSucceeds() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(run(null, Often.class, "1")).hasSize(2);
    }
  }

  @Test
  void whatTheChildReportsLiesBetweenTheForkAndItsEnd() throws Exception {
    run(recording, Sleeping.class, "100");
    Event fork = events(EventKind.CHILD_START).getLast();
    List<Event> did =
        events(
            EventKind.THREAD_BEGIN,
            EventKind.SLEEP_BEGIN,
            EventKind.SLEEP_END,
            EventKind.OUTPUT,
            EventKind.THREAD_END);
    Event end = events(EventKind.CHILD_EXIT).getLast();
    assertThat(did)
        .filteredOn(e -> e.pid() == fork.value())
        .extracting(Event::kind)
        .containsExactly(
            EventKind.THREAD_BEGIN,
            EventKind.SLEEP_BEGIN,
            EventKind.SLEEP_END,
            EventKind.OUTPUT,
            EventKind.THREAD_END);
    assertThat(did)
        .filteredOn(e -> e.pid() == fork.value())
        .allMatch(e -> e.thread() == fork.thread());
    assertThat(did.getFirst().time()).isGreaterThan(fork.time());
    assertThat(did.getLast().time()).isLessThan(end.time());
    assertThat(did.get(2).time() - did.get(1).time()).isGreaterThanOrEqualTo(100_000_000);
  }

  /** The child sleeps; how long is its argument. */
  static final class Sleeping {
    private Sleeping() {}

    static void child(Fork here, int millis) {
      here.sleep(millis);
      here.print("awake");
      here.exit(0);
    }

    public static void main(String[] args) throws Exception {
      int millis = Integer.parseInt(args[0]);
      Fork fork = Fork.rehearsed("Child", here -> child(here, millis));
      if (fork.fork() == 0) {
        child(fork, millis);
      }
      System.out.println(fork.waitFor());
    }
  }

  @Test
  void aChildThatHangsAtBirthIsReplacedAndThatIsTold() throws Exception {
    assertThat(run(recording, Unlucky.class)).containsExactly("repeated 1, exit 5");
    List<Event> births = events(EventKind.CHILD_START);
    List<Event> ends = events(EventKind.CHILD_EXIT);
    assertThat(births).hasSize(2);
    assertThat(ends.getFirst().value() >> 32).isEqualTo(9);
    assertThat(ends.getFirst().flags()).isEqualTo(Flags.SIGNAL);
    assertThat(ends.getLast().value()).isEqualTo(5L << 32 | births.getLast().value());
    assertThat(events(EventKind.TRACER_NOTE)).singleElement().asString().contains("was killed");
  }

  /** The first child hangs as soon as it is born. */
  static final class Unlucky {
    private Unlucky() {}

    public static void main(String[] args) throws Exception {
      Fork fork = Fork.rehearsed("Child", here -> here.exit(5), 1000, 1);
      if (fork.fork() == 0) {
        fork.exit(5);
      }
      System.out.println("repeated " + fork.repeated() + ", exit " + fork.waitFor());
    }
  }

  @Test
  void aChildThatFallsSilentIsKilled() throws Exception {
    assertThat(run(recording, Silent.class)).containsExactly("137");
    assertThat(events(EventKind.CHILD_TERMINATE))
        .singleElement()
        .matches(e -> e.flags() == Flags.KILL);
    assertThat(events(EventKind.TRACER_NOTE)).singleElement().asString().contains("fell silent");
  }

  /** The child runs for ever. */
  static final class Silent {
    private Silent() {}

    public static void main(String[] args) throws Exception {
      Fork fork = Fork.rehearsed("Child", here -> here.exit(5), 500, 0);
      if (fork.fork() == 0) {
        while (true) {
          Thread.onSpinWait();
        }
      }
      System.out.println(fork.waitFor());
    }
  }

  /** Without compilers, as Fork advises, and with the tests' own patience otherwise. */
  private static List<String> run(@Nullable Recording recording, Class<?> main, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(ChildJvm.command(main, arguments));
    command.addAll(1, List.of("-Xint", "--enable-native-access=ALL-UNNAMED"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (recording != null) {
      builder.environment().putAll(recording.environment());
    }
    Process process = builder.start();
    List<String> lines = process.inputReader().readAllLines();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  private List<Event> events(EventKind... kinds) {
    return RecordedEvents.of(recording).of(kinds);
  }
}
