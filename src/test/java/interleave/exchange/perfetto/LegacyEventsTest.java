package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Chrome says in the words of its older format. */
class LegacyEventsTest {
  private static Proto packet() {
    return new Proto().number(10, 1);
  }

  /** A writer of the old sort says which thread it is and what time it counts from. */
  private static Proto writer() {
    Proto thread = new Proto().number(1, 7).number(2, 8).text(5, "main").number(6, 1000);
    return packet().message(44, thread);
  }

  private static Proto event(long deltaUs, String name, Proto legacy) {
    Proto event = new Proto().number(1, deltaUs).message(6, legacy);
    if (!name.isEmpty()) {
      event.text(23, name);
    }
    return packet().message(11, event);
  }

  private static Proto phase(char letter) {
    return new Proto().number(2, letter);
  }

  @Test
  void timesCountFromTheWritersOwn() {
    ToldTrace told =
        ToldTrace.of(
            writer(),
            event(5, "a", phase('B')),
            event(3, "b", phase('X').number(3, 2)),
            event(0, "c", phase('I').number(14, 2)),
            event(4, "", phase('E')));
    assertThat(told.lines("main"))
        .containsExactly(
            "0 SLICE_BEGIN a",
            "3000 SLICE_BEGIN b",
            "3000 INSTANT c",
            "5000 SLICE_END",
            "7000 SLICE_END");
  }

  @Test
  void whatGoesOnWithoutAThreadHasARowOfItsNameByItsId() {
    ToldTrace told =
        ToldTrace.of(
            writer(),
            event(1, "load", phase('b').number(6, 1)),
            event(1, "load", phase('b').number(6, 2)),
            event(1, "step", phase('n').number(6, 1)),
            event(1, "load", phase('e').number(6, 1)),
            event(1, "load", phase('e').number(6, 2)),
            event(1, "load", phase('e').number(6, 3)));
    assertThat(told.lines("load"))
        .containsExactly(
            "0 SLICE_BEGIN load",
            "1000 SLICE_BEGIN load",
            "2000 INSTANT step",
            "3000 SLICE_END",
            "4000 SLICE_END");
    assertThat(told.problems).containsExactly("1 event of kind “phase 101” is not drawn.");
  }

  @Test
  void flowsAreToldByPhasesAndByWhatIsBound() {
    ToldTrace told =
        ToldTrace.of(
            writer(),
            event(1, "send", phase('B').number(8, 5).number(13, 2)),
            event(1, "f", phase('s').number(6, 9)),
            event(1, "", phase('E')),
            event(1, "take", phase('B').number(8, 5).number(13, 1)),
            event(1, "f", phase('f').number(6, 9)),
            event(1, "", phase('E')));
    assertThat(told.lines("main").stream().map(each -> each.replaceAll("#.*", "")))
        .containsExactly(
            "0 SLICE_BEGIN send",
            "0 FLOW_OUT send ",
            "1000 FLOW_OUT f ",
            "2000 SLICE_END",
            "3000 SLICE_BEGIN take",
            "3000 FLOW_IN take ",
            "4000 FLOW_IN f ",
            "5000 SLICE_END");
  }

  @Test
  void anEventMayBeOfAnotherThreadThanItsWriters() {
    ToldTrace told =
        ToldTrace.of(
            writer(),
            event(1, "here", phase('I')),
            event(1, "there", phase('I').number(18, 9).number(19, 10)));
    assertThat(told.lines("main")).containsExactly("0 INSTANT here");
    assertThat(told.lines()).hasSize(2);
  }
}
