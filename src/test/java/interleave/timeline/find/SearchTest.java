package interleave.timeline.find;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final Trace trace = new Trace();
  private final Trace.Process bank = trace.process(4711, "Bank");

  private static List<String> names(Search.Result result) {
    return result.things().stream().map(found -> found.kind() + " " + found.name()).toList();
  }

  private final Timeline timeline = timeline();

  private Timeline timeline() {
    int lock = bank.object(ObjectType.LOCK, 0, "Bank.deskLock");
    int balance = bank.object(ObjectType.VARIABLE, 0, "Bank.balance");
    Trace.Thread main = bank.thread(1, "main");
    main.at(1).event(EventKind.THREAD_BEGIN).event(EventKind.LOCK_ACQUIRED, lock);
    main.writes(balance, 5).event(EventKind.LOCK_RELEASED, lock);
    for (int i = 0; i < 300; i++) {
      bank.virtual(100 + i, "worker-" + i).at(10 + i).event(EventKind.THREAD_BEGIN);
    }
    bank.thread(900, "desk").at(500).event(EventKind.THREAD_BEGIN);
    return trace.end();
  }

  @Test
  void theVeryNameComesFirstThenWhatBeginsWithItThenWords() {
    assertThat(names(Search.in(timeline, "desk", 10)))
        .containsExactly("THREAD desk", "LOCK deskLock");
    assertThat(names(Search.in(timeline, "LOCK", 10))).containsExactly("LOCK deskLock");
    assertThat(names(Search.in(timeline, "worker-29", 3)))
        .containsExactly("THREAD worker-29", "THREAD worker-290", "THREAD worker-291");
  }

  @Test
  void oneOfThreeHundredFoldedThreadsIsFoundAndAllAreCounted() {
    Search.Result result = Search.in(timeline, "worker", 5);
    assertThat(result.things()).hasSize(5);
    assertThat(result.all()).isEqualTo(300);
    assertThat(Search.in(timeline, "worker-299", 5).things())
        .singleElement()
        .satisfies(found -> assertThat(found.thing()).isInstanceOf(ThingRef.Lane.class));
  }

  @Test
  void numbersAreIdsOfProcessesAndThreads() {
    assertThat(names(Search.in(timeline, "4711", 10))).containsExactly("PROCESS Bank");
    assertThat(names(Search.in(timeline, "900", 10))).containsExactly("THREAD desk");
  }

  @Test
  void variablesAndProcessesAreFound() {
    assertThat(names(Search.in(timeline, "bal", 10))).containsExactly("VARIABLE balance");
    assertThat(names(Search.in(timeline, "bank", 10))).containsExactly("PROCESS Bank");
  }

  @Test
  void forNothingNothingIsFound() {
    assertThat(Search.in(timeline, "  ", 10).things()).isEmpty();
    assertThat(Search.in(timeline, "no such thing", 10).all()).isZero();
  }
}
