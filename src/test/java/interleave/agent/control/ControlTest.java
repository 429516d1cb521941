package interleave.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs under control, many runs in one process. */
@BesideOthers
class ControlTest {
  private static Hosted host;

  @BeforeAll
  static void start() throws IOException {
    host = new Hosted();
    host.run("race", ""); // in the first run much happens once only
  }

  @AfterAll
  static void end() throws Exception {
    host.close();
  }

  /** What comes out of some orders, each of which is played again and does the same. */
  private static Set<String> endings(String name, int orders) throws IOException {
    Set<String> endings = new TreeSet<>();
    for (int seed = 0; seed < orders; seed++) {
      Random random = new Random(seed);
      List<String> chosen = new ArrayList<>();
      Hosted.Told asked = host.ask(name, Hosted.remembering(chosen, able -> mixed(able, random)));
      Hosted.Told again = host.run(name, String.join(" ", chosen));
      assertThat(again.course()).as(name + " " + chosen).isEqualTo(asked.course());
      endings.add(asked.ended() + "|" + asked.printed());
    }
    return endings;
  }

  private static List<String> mixed(List<String> able, Random random) {
    List<String> mixed = new ArrayList<>(able);
    Collections.shuffle(mixed, random);
    return mixed;
  }

  @Test
  void aRaceLosesWhatItsOrderSays() throws IOException {
    Hosted.Told lost = host.run("race", "0 1 2 1 2");
    assertThat(lost.ended()).isEqualTo("done");
    assertThat(lost.of("value")).containsExactly("value\tControlled.balance\t8");
    assertThat(endings("race", 20))
        .containsExactly("done|balance 13", "done|balance 5", "done|balance 8");
    assertThat(endings("safe", 6)).containsExactly("done|balance 13");
  }

  @Test
  void whatEachWouldDoNextIsTold() throws IOException {
    Hosted.Told told = host.run("race", "0 1 2");
    assertThat(told.of("thread"))
        .containsExactly("thread\t0\tmain", "thread\t1\tA", "thread\t2\tB");
    assertThat(told.of("next"))
        .anyMatch(line -> line.startsWith("next\t1\twrite\t2\t5\tControlled.java\t"))
        .anyMatch(line -> line.startsWith("next\t2\tread\t2\t\tControlled.java\t"));
    assertThat(told.of("step")).contains("step\t1\t1 2", "step\t2\t1 2");
    assertThat(told.of("did")).contains("did\t1\t0");
  }

  @Test
  void twoMonitorsInOppositeOrderEndInADeadlock() throws IOException {
    assertThat(host.run("deadlock", "0 1 2").ended()).startsWith("deadlock\t0 join 1; 1 lock ");
    assertThat(host.run("deadlock", "0 1x4").ended()).isEqualTo("astray\t1x4");
    assertThat(endings("deadlock", 6)).contains("done|balance 2");
  }

  @Test
  void whoeverWaitsGoesOnWhenItIsNotified() throws IOException {
    assertThat(endings("buffer", 8)).containsExactly("done|3\nbalance 0");
    assertThat(endings("conditions", 8)).containsExactly("done|A goes on\nbalance 0");
    assertThat(endings("queue", 8)).containsExactly("done|3\nbalance 0");
  }

  @Test
  void synchronizersOpenForThoseWhoMayPass() throws IOException {
    assertThat(endings("synchronizers", 8)).containsExactly("done|2\nbalance 2");
    assertThat(endings("atomics", 8))
        .containsExactly("done|2\nbalance 0", "done|lost\n1\nbalance 0");
    assertThat(endings("parks", 6)).containsExactly("done|balance 0");
    assertThat(endings("readWrite", 20)).hasSizeGreaterThan(3);
  }

  @Test
  void poolsAndFuturesAreUnderControlToo() throws IOException {
    assertThat(endings("pool", 20))
        .containsExactly("done|2\ntrue\nbalance 1", "done|3\ntrue\nbalance 2");
    assertThat(endings("futures", 6)).containsExactly("done|42 43\nbalance 0");
    assertThat(endings("streams", 3)).containsExactly("done|499500\nbalance 0");
    assertThat(endings("virtual", 6)).contains("done|3\nbalance 3");
  }

  @Test
  void anHourOfSleepTakesNoTime() throws IOException {
    Hosted.Told told = host.run("sleeps", "");
    assertThat(told.printed()).isEqualTo("later\ntrue\nnull\n27 hours\nbalance 0");
    assertThat(told.of("told")).first().asString().endsWith("\ttime\t");
  }

  @Test
  void anInterruptEndsEachKindOfWait() throws IOException {
    assertThat(endings("interrupts", 6))
        .containsExactly("done|A interrupted\nB interrupted\nC interrupted\nbalance 0");
  }

  @Test
  void endsOfAllKindsAreTold() throws IOException {
    assertThat(host.run("exits", "0 1").ended()).isEqualTo("exit\t3");
    assertThat(host.run("fails", "").ended())
        .isEqualTo(
            "exception\tB: java.lang.IllegalStateException: java.lang.IllegalArgumentException:"
                + " no");
    assertThat(host.run("throws", "").ended())
        .isEqualTo("exception\tmain: java.lang.IllegalStateException: main fails");
  }

  @Test
  void whatIsNotTheSameEachTimeIsToldAndMadeSo() throws IOException {
    Hosted.Told told = host.run("random", "");
    assertThat(told.of("told")).isNotEmpty().allMatch(line -> line.contains("\trandom\t"));
    assertThat(host.run("random", "").printed()).isEqualTo(told.printed());
  }

  @Test
  void aThreadThatWaitsForASocketIsToldAndLetBe() throws IOException {
    Hosted.Told told = host.run("socket", "");
    assertThat(told.ended()).isEqualTo("done");
    assertThat(told.printed()).isEqualTo("read 7\nbalance 2");
    assertThat(told.of("told")).anyMatch(line -> line.contains("\tnetwork\t"));
  }

  @Test
  void aThreadThatWillNotEndIsCounted() throws IOException {
    assertThat(host.run("stubborn", "").of("told")).contains("told\t\t0\tleft\t1");
  }

  @Test
  void manyRunsLeaveNoThread() throws IOException {
    host.run("deadlock", "0 1 2");
    int before = host.threads();
    for (int i = 0; i < 60; i++) {
      host.run("deadlock", "0 1 2");
      host.run("pool", "");
    }
    assertThat(host.threads()).isLessThan(before + 12);
  }
}
