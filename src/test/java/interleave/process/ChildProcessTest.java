package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.BesideOthers;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class ChildProcessTest {
  record Order(String what, int count) {}

  @TempDir Path folder;

  static void say(String file, String text, int number, double fraction, Order order)
      throws IOException {
    Files.writeString(Path.of(file), text + " " + number + " " + fraction + " " + order.what());
  }

  static void exit(int code) {
    System.exit(code);
  }

  static void fail() {
    throw new IllegalStateException("on purpose");
  }

  static void beginToSleep(String file) throws Exception {
    Files.createFile(Path.of(file));
    sleep();
  }

  static void sleep() throws InterruptedException {
    Thread.sleep(Duration.ofHours(1));
  }

  static void readInput(String file) throws IOException {
    Files.writeString(Path.of(file), "read " + System.in.read());
  }

  static String overloaded(int a) {
    return "" + a;
  }

  static String overloaded(String a) {
    return a;
  }

  /** A main class of its own. */
  static final class Main {
    public static void main(String[] args) throws IOException {
      Files.writeString(Path.of(args[0]), String.join("+", args).substring(args[0].length()));
    }
  }

  @Test
  void runsAStaticMethodInAnotherProcess() throws Exception {
    Path file = folder.resolve("said");
    ChildProcess child =
        ChildProcess.of(
            ChildProcessTest.class, "say", file.toString(), "ünï", 3, 0.5, new Order("tea", 2));
    assertThat(child.isAlive()).isFalse();
    child.start().join();
    assertThat(Files.readString(file)).isEqualTo("ünï 3 0.5 tea");
    assertThat(child.exitCode()).hasValue(0);
    assertThat(child.signal()).isEmpty();
    assertThat(child.pid()).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(child.name()).isEqualTo("say");
  }

  @Test
  void runsAMainClass() throws Exception {
    Path file = folder.resolve("said");
    ChildProcess child = ChildProcess.ofMain(Main.class, file.toString(), "a b", "").start();
    child.join();
    assertThat(Files.readString(file)).isEqualTo("+a b+");
    assertThat(child.name()).isEqualTo("Main");
  }

  @Test
  void tellsHowItEnded() throws Exception {
    ChildProcess exited = ChildProcess.of(ChildProcessTest.class, "exit", 7).start();
    ChildProcess failed = ChildProcess.of(ChildProcessTest.class, "fail").start();
    Path begun = folder.resolve("begun");
    ChildProcess terminated =
        ChildProcess.of(ChildProcessTest.class, "beginToSleep", begun.toString()).start();
    ChildProcess killed = ChildProcess.of(ChildProcessTest.class, "sleep").start();
    assertThat(terminated.join(Duration.ofMillis(1))).isFalse();
    assertThat(terminated.exitCode()).isEmpty();
    assertThat(terminated.isAlive()).isTrue();
    Await.until(
        "it sleeps", () -> Files.exists(begun)); // a JVM that is still starting ends otherwise
    terminated.terminate();
    killed.kill();
    for (ChildProcess child : List.of(exited, failed, terminated, killed)) {
      assertThat(child.join(Duration.ofMinutes(1))).isTrue();
    }
    assertThat(exited.exitCode()).hasValue(7);
    assertThat(failed.exitCode()).hasValue(1);
    assertThat(terminated.exitCode()).hasValue(143);
    assertThat(terminated.signal()).isEqualTo(Optional.of("SIGTERM"));
    assertThat(killed.exitCode()).hasValue(137);
    assertThat(killed.signal()).isEqualTo(Optional.of("SIGKILL"));
  }

  @Test
  void hasNothingToReadFromItsStandardInput() throws Exception {
    Path file = folder.resolve("said");
    ChildProcess.of(ChildProcessTest.class, "readInput", file.toString()).start().join();
    assertThat(Files.readString(file)).isEqualTo("read -1");
  }

  @Test
  void whatCannotBeRunIsRefusedBeforeAnythingIsStarted() {
    assertThatThrownBy(() -> ChildProcess.of(ChildProcessTest.class, "nowhere", 1))
        .hasMessageContaining("has no static method nowhere with 1 parameter");
    assertThatThrownBy(() -> ChildProcess.of(ChildProcessTest.class, "overloaded", 1))
        .hasMessageContaining("more than one static method overloaded");
    assertThatThrownBy(() -> ChildProcess.of(ChildProcessTest.class, "exit", "seven"))
        .hasMessageContaining("Parameter 1 of exit is a int, and a String was given");
    assertThatThrownBy(() -> ChildProcess.of(ChildProcessTest.class, "exit", 7L))
        .hasMessageContaining("Long");
    assertThatThrownBy(() -> ChildProcess.of(ChildProcessTest.class, "sleep").join())
        .hasMessageContaining("has not been started");
  }

  @Test
  void anIntIsTakenForALong() {
    EntryPoint entry = EntryPoint.of(Thread.class, "sleep", 2);
    entry.check(1, 2);
    assertThatThrownBy(() -> entry.check(1, 2.0)).hasMessageContaining("Parameter 2");
  }

  /** Starts children that would live for an hour, and prints their pids. */
  static final class ParentOfTwo {
    public static void main(String[] args) throws Exception {
      List<ChildProcess> children = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        children.add(ChildProcess.of(ChildProcessTest.class, "sleep").start());
      }
      try (ProcessPool pool = new ProcessPool(1)) {
        Object worker = pool.apply(ChildProcessTest.class, "pid").get();
        pool.apply(ChildProcessTest.class, "sleep");
        System.out.println(children.get(0).pid() + " " + children.get(1).pid() + " " + worker);
        Thread.sleep(Duration.ofHours(1));
      }
    }
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  @Test
  void childrenEndWithAParentThatIsKilled() throws Exception {
    Process parent = Program.start(null, ParentOfTwo.class);
    List<ProcessHandle> children = new ArrayList<>();
    try (BufferedReader out = parent.inputReader()) {
      for (String pid : out.readLine().split(" ")) {
        children.add(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
      }
      assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);
      parent.toHandle().destroyForcibly(); // not parent itself, which would close the pipe
      // The children hold the other end of this pipe, so it ends with the last of them.
      assertThat(out.readLine()).isNull();
    }
    Await.until("all children are gone", () -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Main returns at once; the child and a daemon child are still there. */
  static final class ParentThatReturns {
    public static void main(String[] args) {
      ChildProcess.of(ChildProcessTest.class, "sleep").daemon().start();
      ChildProcess.of(ChildProcessTest.class, "printSoon").start();
    }
  }

  static void printSoon() {
    System.out.println("still here");
  }

  @Test
  void aParentEndsAfterItsChildrenButNotAfterItsDaemons() throws Exception {
    assertThat(Program.run(null, ParentThatReturns.class)).containsExactly("still here");
  }

  /** Has a child that ends by itself and one that is terminated. */
  static final class RecordedParent {
    public static void main(String[] args) throws Exception {
      ChildProcess first =
          ChildProcess.of(ChildProcessTest.class, "exit", 3).named("First").start();
      first.join();
      ChildProcess second =
          ChildProcess.of(ChildProcessTest.class, "beginToSleep", args[0]).named("Second").start();
      second.join(Duration.ofMillis(10));
      Await.until("it sleeps", () -> Files.exists(Path.of(args[0])));
      second.terminate();
      second.join();
      System.out.println(first.pid() + " " + second.pid());
    }
  }

  @Test
  void whatHappensToChildrenIsRecorded() throws Exception {
    Recording recording = Recording.create(64 << 20);
    try {
      String[] pids =
          Program.run(recording, RecordedParent.class, folder.resolve("begun").toString())
              .getFirst()
              .split(" ");
      long first = Long.parseLong(pids[0]);
      long second = Long.parseLong(pids[1]);
      RecordedEvents events = RecordedEvents.of(recording);
      List<Event> lives =
          events.of(
              EventKind.CHILD_START,
              EventKind.CHILD_WAIT_BEGIN,
              EventKind.CHILD_TERMINATE,
              EventKind.CHILD_EXIT,
              EventKind.CHILD_WAIT_END);
      assertThat(lives)
          .extracting(Event::kind)
          .containsExactly(
              EventKind.CHILD_START,
              EventKind.CHILD_WAIT_BEGIN,
              EventKind.CHILD_EXIT,
              EventKind.CHILD_WAIT_END,
              EventKind.CHILD_START,
              EventKind.CHILD_WAIT_BEGIN,
              EventKind.CHILD_WAIT_END,
              EventKind.CHILD_TERMINATE,
              EventKind.CHILD_WAIT_BEGIN,
              EventKind.CHILD_EXIT,
              EventKind.CHILD_WAIT_END);
      assertThat(lives).extracting(e -> e.value() & 0xffff_ffffL).containsOnly(first, second);
      assertThat(lives.get(0).text()).isEqualTo("First");
      assertThat(lives.get(2).value() >>> 32).isEqualTo(3);
      assertThat(lives.get(2).flags()).isZero();
      assertThat(lives.get(6).has(Flags.TIMED_OUT)).isTrue();
      assertThat(lives.get(9).value() >>> 32).isEqualTo(15);
      assertThat(lives.get(9).has(Flags.SIGNAL)).isTrue();
      assertThat(events.of(EventKind.PROCESS_NAME))
          .anyMatch(e -> e.pid() == first && "First".equals(e.text()))
          .anyMatch(e -> e.pid() == second && "Second".equals(e.text()));
    } finally {
      recording.delete();
    }
  }
}
