package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MessageLineTest {
  /** Writes down what the line says, and checks what must always hold. */
  private static final class Log implements MessageLine.Outcome<String> {
    final List<String> lines = new ArrayList<>();
    final Map<String, Long> handed = new HashMap<>();

    @Override
    public void accepted(String putter, MessageLine.Message message) {
      lines.add(putter + " put " + message.id());
    }

    @Override
    public void handed(String getter, MessageLine.Message message) {
      lines.add(getter + " got " + message.id());
      handed.put(getter, message.id());
    }

    @Override
    public void timedOut(String waiting) {
      lines.add(waiting + " timed out");
    }
  }

  private final Log log = new Log();
  private MessageLine<String> line = new MessageLine<>(0, log);

  private void put(String who) {
    line.put(who, new byte[0], MessageLine.NEVER, 0);
  }

  private void get(String who) {
    line.get(who, MessageLine.NEVER, 0);
  }

  @Test
  void messagesComeOutInTheOrderInWhichTheyWentIn() {
    put("w");
    put("w");
    get("a");
    get("b");
    assertThat(log.lines).containsExactly("w put 1", "w put 2", "a got 1", "b got 2");
  }

  @Test
  void whoWaitedLongestIsServedFirst() {
    get("a");
    get("b");
    put("w");
    put("w");
    assertThat(log.lines).containsExactly("w put 1", "a got 1", "w put 2", "b got 2");
  }

  @Test
  void putWaitsWhileTheQueueIsFull() {
    line = new MessageLine<>(1, log);
    put("v");
    put("w");
    get("a");
    assertThat(log.lines).containsExactly("v put 1", "a got 1");
    line.got("a", 1, 0);
    assertThat(log.lines).containsExactly("v put 1", "a got 1", "w put 2");
  }

  @Test
  void aMessageGoesBackToTheHeadWhenItsGetterLeavesWithoutAWord() {
    put("w");
    put("w");
    get("a");
    get("b");
    line.gone("b", 0);
    line.gone("a", 0);
    get("c");
    get("d");
    assertThat(log.lines).endsWith("c got 1", "d got 2");
  }

  @Test
  void onlyTheMessageThatWasHandedCanBeAcknowledged() {
    put("w");
    get("a");
    assertThat(line.got("b", 1, 0)).isFalse();
    assertThat(line.got("a", 2, 0)).isFalse();
    assertThat(line.got("a", 1, 0)).isTrue();
    assertThat(line.got("a", 1, 0)).isFalse();
  }

  @Test
  void whoGaveUpIsPassedOver() {
    line.get("a", 10, 0);
    line.get("b", 20, 0);
    assertThat(line.nextDeadline()).isEqualTo(10);
    line.expire(10);
    put("w");
    assertThat(log.lines).containsExactly("a timed out", "w put 1", "b got 1");
    assertThat(line.nextDeadline()).isEqualTo(MessageLine.NEVER);
  }

  @Test
  void aPutThatGaveUpIsNotInTheQueue() {
    line = new MessageLine<>(1, log);
    put("v");
    line.put("w", new byte[0], 5, 0);
    line.expire(5);
    get("a");
    line.got("a", 1, 6);
    get("a");
    assertThat(log.lines).containsExactly("v put 1", "w timed out", "a got 1");
  }

  @Property(tries = 500)
  void everyMessageIsGotOnceInOrderWhoeverComesAndGoes(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 4) int capacity) {
    Log log = new Log();
    MessageLine<String> line = new MessageLine<>(capacity, log);
    List<Long> got = new ArrayList<>();
    long puts = 0;
    for (int step = 0; step < 300; step++) {
      String who = "p" + random.nextInt(6);
      Long holds = log.handed.get(who);
      if (random.nextInt(5) == 0) {
        line.gone(who, step);
        log.handed.remove(who);
      } else if (holds != null) {
        assertThat(line.got(who, log.handed.remove(who), step)).isTrue();
        got.add(holds);
      } else if (!line.busy(who) && random.nextBoolean()) {
        line.put(who, new byte[0], MessageLine.NEVER, step);
      } else if (!line.busy(who)) {
        line.get(who, step + random.nextInt(30), step);
      }
      line.expire(step);
      assertThat(capacity == 0 || line.depth() <= capacity).isTrue();
    }
    puts = log.lines.stream().filter(l -> l.contains(" put ")).count();
    assertThat(got).doesNotHaveDuplicates();
    assertThat(got.size() + line.depth()).isEqualTo((int) puts);
  }
}
