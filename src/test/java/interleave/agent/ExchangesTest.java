package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Exchanges;
import interleave.event.Event;
import interleave.event.Flags;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of exchangers. */
class ExchangesTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Exchanges.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Exchanges.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(sorted(run.out)).isEqualTo(sorted(plain.out));
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  /** Which of two threads prints first is open. */
  private static List<String> sorted(String out) {
    return out.lines().sorted().toList();
  }

  private static List<Event> of(List<Event> events, interleave.event.EventKind kind) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }

  @Test
  void anExchangerIsNamedAfterItsFieldAndTakesTwo() {
    List<Event> events = run.about("Exchanges.swap");
    assertThat(events.getFirst().kind()).isEqualTo(SYNC_STATE);
    assertThat(events.getFirst().value()).isEqualTo(2L << 32);
    assertThat(run.place(events.get(1))).contains("Exchanges.java:").endsWith(" swaps");
    assertThat(run.objects()).contains("Exchanges.lonely", "Exchanges.own", "Exchanges.crowd");
  }

  @Test
  void eachThreadMeetsTheOtherOneEachTime() {
    List<Event> events = run.about("Exchanges.swap");
    assertThat(of(events, ARRIVED)).hasSize(2 * Exchanges.TIMES);
    Map<Long, Event> offers = offers(events);
    Map<Integer, Long> here = new HashMap<>();
    Map<Long, Long> met = new HashMap<>();
    for (Event event : inOrder(events)) {
      if (event.kind() == ARRIVED) {
        here.put(event.thread(), event.value());
      } else if (event.kind() == SYNC_WAIT_END) {
        met.put(here.get(event.thread()), event.value());
        assertThat(offers.get(event.value()).thread()).isNotEqualTo(event.thread());
      }
    }
    assertThat(met).hasSize(2 * Exchanges.TIMES);
    met.forEach((mine, other) -> assertThat(met.get(other)).isEqualTo(mine));
  }

  private static Stream<Event> ordered(List<Event> events) {
    return events.stream().sorted(Comparator.comparingLong(Event::time));
  }

  private static List<Event> inOrder(List<Event> events) {
    return ordered(events).toList();
  }

  private static Map<Long, Event> offers(List<Event> events) {
    Map<Long, Event> offers = new HashMap<>();
    of(events, ARRIVED).forEach(event -> offers.put(event.value(), event));
    return offers;
  }

  @Test
  void theFirstOfEachPairWaits() {
    List<Event> events = run.about("Exchanges.swap");
    Set<Long> waited = new HashSet<>();
    for (Event begin : of(events, SYNC_WAIT_BEGIN)) {
      of(events, ARRIVED).stream()
          .filter(each -> each.thread() == begin.thread() && each.time() == begin.time())
          .forEach(each -> waited.add(each.value()));
    }
    Map<Integer, Long> here = new HashMap<>();
    for (Event event : inOrder(events)) {
      if (event.kind() == ARRIVED) {
        here.put(event.thread(), event.value());
      } else if (event.kind() == SYNC_WAIT_END && here.get(event.thread()) < event.value()) {
        assertThat(waited).contains(here.get(event.thread()));
      }
    }
  }

  @Test
  void whoMeetsNobodySaysWhy() {
    assertThat(run.about("Exchanges.lonely"))
        .extracting(event -> event.kind() + " " + event.flags())
        .containsExactly(
            "SYNC_STATE 0",
            "ARRIVED 0",
            "WAIT_LIMIT 0",
            "SYNC_WAIT_BEGIN 0",
            "SYNC_WAIT_END " + Flags.TIMED_OUT,
            "ARRIVED 0",
            "SYNC_WAIT_BEGIN 0",
            "SYNC_WAIT_END " + Flags.INTERRUPTED);
  }

  @Test
  void anExchangerOfTheProgramsOwnAndAReferenceToOneAreSeen() {
    List<Event> events = run.about("Exchanges.own");
    assertThat(of(events, ARRIVED)).hasSize(2);
    assertThat(of(events, SYNC_WAIT_END)).hasSize(2);
  }

  @Test
  void inACrowdEverybodyGoesOnAndHasMetAnotherOrNobodyKnown() {
    List<Event> events = run.about("Exchanges.crowd");
    assertThat(of(events, SYNC_WAIT_END)).hasSameSizeAs(of(events, ARRIVED));
    assertThat(of(events, ARRIVED)).hasSizeGreaterThanOrEqualTo(2 * Exchanges.TIMES);
    Map<Long, Event> offers = offers(events);
    for (Event end : of(events, SYNC_WAIT_END)) {
      if (end.value() != 0) {
        assertThat(offers.get(end.value()).thread()).isNotEqualTo(end.thread());
      }
    }
  }
}
