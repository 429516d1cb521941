package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Slices, moments, counters and flows on tracks, and what is written beside them. */
class TrackEventsTest {
  private static final int MAIN = 100;
  private static final int OTHER = 200;

  private static Proto packet(int sequence) {
    return new Proto().number(10, sequence);
  }

  private static Proto thread(int uuid, int tid, String name) {
    Proto thread = new Proto().number(1, 7).number(2, tid).text(5, name);
    return packet(1).message(60, new Proto().number(1, uuid).message(4, thread));
  }

  private static Proto event(long time, Proto event) {
    return packet(1).number(8, time).message(11, event);
  }

  private static Proto begin(int track, String name) {
    return new Proto().number(9, 1).number(11, track).text(23, name);
  }

  private static Proto end(int track) {
    return new Proto().number(9, 2).number(11, track);
  }

  @Test
  void slicesLieInTheirThreadsToTheNanosecond() {
    ToldTrace told =
        ToldTrace.of(
            thread(MAIN, 7, "main"),
            thread(OTHER, 8, "other"),
            event(1_000_000_007L, begin(MAIN, "outer")),
            event(1_000_000_009L, begin(OTHER, "aside")),
            event(1_000_000_010L, begin(MAIN, "inner")),
            event(1_000_000_012L, end(MAIN)),
            event(1_000_000_013L, end(MAIN)),
            event(1_000_000_013L, end(OTHER)));
    assertThat(told.lines("main"))
        .containsExactly(
            "0 SLICE_BEGIN outer", "3 SLICE_BEGIN inner", "5 SLICE_END", "6 SLICE_END");
    assertThat(told.lines("other")).containsExactly("2 SLICE_BEGIN aside", "6 SLICE_END");
    assertThat(told.problems).isEmpty();
  }

  @Test
  void eventsOfDifferentWritersStandInTheFileInWhateverOrder() {
    ToldTrace told =
        ToldTrace.of(
            event(50, begin(MAIN, "late")), // before its track, and before what was earlier
            packet(2).number(8, 20).message(11, begin(MAIN, "early")),
            packet(2).number(8, 30).message(11, end(MAIN)),
            event(60, end(MAIN)),
            thread(MAIN, 7, "main"));
    assertThat(told.lines("main"))
        .containsExactly(
            "0 SLICE_BEGIN early", "10 SLICE_END", "30 SLICE_BEGIN late", "40 SLICE_END");
  }

  @Test
  void namesAndDefaultsAreSaidOnceUntilTheWriterBeginsAnew() {
    Proto names =
        new Proto()
            .message(1, new Proto().number(1, 1).text(2, "cat"))
            .message(2, new Proto().number(1, 1).text(2, "load"))
            .message(3, new Proto().number(1, 1).text(2, "url"))
            .message(29, new Proto().number(1, 9).text(2, "here"))
            .message(4, new Proto().number(1, 3).text(2, "a.cc").text(3, "load()").number(4, 12));
    Proto defaults = new Proto().message(11, new Proto().number(11, MAIN));
    Proto first =
        new Proto()
            .number(9, 1)
            .number(3, 1)
            .number(10, 1)
            .number(34, 3)
            .message(4, new Proto().number(1, 1).number(17, 9));
    ToldTrace told =
        ToldTrace.of(
            thread(MAIN, 7, "main"),
            packet(1)
                .number(8, 10)
                .number(13, 1)
                .message(12, names)
                .message(59, defaults)
                .message(11, first),
            packet(1).number(8, 20).number(13, 2).message(11, new Proto().number(9, 2)),
            packet(1).number(8, 30).number(13, 2).message(11, begin(MAIN, "kept")),
            packet(1).number(8, 31).number(42, 1), // something of it is missing
            packet(1).number(8, 40).number(13, 2).message(11, new Proto().number(9, 2)),
            packet(1).number(8, 50).number(13, 1).message(11, end(MAIN)));
    assertThat(told.lines("main"))
        .containsExactly(
            "0 SLICE_BEGIN load at a.cc load() 12 [cat] url=here",
            "10 SLICE_END",
            "20 SLICE_BEGIN kept",
            "40 SLICE_END");
    assertThat(told.problems)
        .containsExactly(
            "At 1 place packets of a writer are missing: the tool had no room for them.",
            "1 packet cannot be read, as what it refers to was lost before.");
  }

  @Test
  void whatIsWrittenBesideAnEventIsOneShortText() {
    Proto inner = new Proto().text(10, "deep").real(5, 0.5);
    Proto dictionary =
        new Proto().text(10, "dict").message(11, new Proto().text(10, "n").number(4, -3));
    dictionary.message(11, inner);
    Proto list = new Proto().text(10, "list").message(12, new Proto().number(3, -1));
    list.message(12, new Proto().number(2, 1));
    Proto nested =
        new Proto()
            .number(1, 1)
            .text(2, "key")
            .message(3, new Proto().number(1, 2).message(4, new Proto().number(5, 4)));
    Proto event =
        new Proto()
            .number(9, 3)
            .number(11, MAIN)
            .text(23, "now")
            .text(22, "a")
            .text(22, "b")
            .message(4, dictionary)
            .message(4, list)
            .message(4, new Proto().text(10, "old").message(8, nested))
            .message(4, new Proto().text(10, "at").number(7, 255))
            .message(4, new Proto().text(10, "long").text(6, "x".repeat(2000)));
    ToldTrace told = ToldTrace.of(thread(MAIN, 7, "main"), event(5, event));
    assertThat(told.lines("main"))
        .singleElement()
        .asString()
        .startsWith(
            "0 INSTANT now [a,b] dict={n=-3 deep=0.5} list=[18446744073709551615 true]"
                + " old={key=[4]} at=0xff long=xxx")
        .hasSizeLessThan(450)
        .endsWith("…");
  }

  @Test
  void flowsGoTheWayOfTimeWhateverTheOrderInTheFile() {
    Proto arrives = begin(OTHER, "take").fixed(48, 5);
    Proto between = begin(OTHER, "pass").fixed(47, 5);
    Proto leaves = begin(MAIN, "give").fixed(47, 5);
    ToldTrace told =
        ToldTrace.of(
            thread(MAIN, 7, "main"),
            thread(OTHER, 8, "other"),
            event(40, arrives),
            event(45, end(OTHER)),
            event(20, between),
            event(25, end(OTHER)),
            event(10, leaves),
            event(15, end(MAIN)),
            event(90, begin(MAIN, "again").fixed(47, 5)), // the flow has ended: another begins
            event(95, end(MAIN)));
    assertThat(told.lines("other"))
        .containsExactly(
            "10 SLICE_BEGIN pass",
            "10 FLOW_IN pass #1",
            "10 FLOW_OUT pass #2",
            "15 SLICE_END",
            "30 SLICE_BEGIN take",
            "30 FLOW_IN take #2",
            "35 SLICE_END");
    assertThat(told.lines("main"))
        .containsExactly(
            "0 SLICE_BEGIN give",
            "0 FLOW_OUT give #1",
            "5 SLICE_END",
            "80 SLICE_BEGIN again",
            "85 SLICE_END");
  }

  @Test
  void tracksOfOneNameShareRowsUnlessTheyOverlap() {
    Proto process = new Proto().number(1, 7).text(6, "server");
    Proto[] tracks = new Proto[3];
    for (int i = 0; i < 3; i++) {
      Proto track = new Proto().number(1, 50 + i).number(5, 9).text(2, "request");
      tracks[i] = packet(1).message(60, track);
    }
    ToldTrace told =
        ToldTrace.of(
            packet(1).message(60, new Proto().number(1, 9).message(3, process)),
            tracks[0],
            tracks[1],
            tracks[2],
            event(10, begin(50, "a")),
            event(15, begin(51, "b")), // while a goes on
            event(20, end(50)),
            event(21, end(51)),
            event(30, begin(52, "c")),
            event(35, end(52)));
    assertThat(told.processes).containsExactly("server");
    assertThat(told.lines("request"))
        .containsExactly(
            "0 SLICE_BEGIN a",
            "5 SLICE_BEGIN b",
            "10 SLICE_END",
            "11 SLICE_END",
            "20 SLICE_BEGIN c",
            "25 SLICE_END");
  }

  @Test
  void countersTellTheirValueWhicheverWayItIsWritten() {
    Proto grows = new Proto().number(5, 1).number(4, 1000).number(3, 1);
    ToldTrace told =
        ToldTrace.of(
            thread(MAIN, 7, "main"),
            packet(1)
                .message(60, new Proto().number(1, 60).text(2, "load").message(8, new Proto())),
            packet(1)
                .message(
                    60, new Proto().number(1, 61).number(5, MAIN).text(2, "cpu").message(8, grows)),
            event(10, new Proto().number(9, 4).number(11, 60).number(30, -4)),
            event(20, new Proto().number(9, 4).number(11, 60).real(44, 2.5)),
            event(30, begin(MAIN, "work").number(31, 61).number(12, 7)),
            event(40, end(MAIN).number(31, 61).number(12, 5)));
    assertThat(told.lines())
        .filteredOn(each -> each.contains("COUNTER"))
        .containsExactly(
            "of the whole recording 0 COUNTER load = -4.0",
            "of the whole recording 10 COUNTER load = 2.5",
            "main 20 COUNTER cpu · main (ns) = 7000.0",
            "main 30 COUNTER cpu · main (ns) = 12000.0");
  }

  @Test
  void processesAndRowsStandWhereTheFileWantsThem() {
    Proto first = new Proto().number(1, 8).text(6, "first").number(3, -1);
    Proto last = new Proto().number(1, 7).text(6, "last").number(3, 2);
    Proto lower = new Proto().number(1, 51).number(5, 9).text(2, "lower").number(12, 5);
    Proto upper = new Proto().number(1, 52).number(5, 9).text(2, "upper").number(12, -5);
    ToldTrace told =
        ToldTrace.of(
            packet(1).message(60, new Proto().number(1, 9).message(3, last)),
            packet(1).message(60, new Proto().number(1, 10).message(3, first)),
            packet(1).message(60, lower),
            packet(1).message(60, upper),
            event(1, begin(51, "a")),
            event(2, begin(52, "b")),
            event(3, begin(10, "c")));
    assertThat(told.processes).containsExactly("first", "last");
    assertThat(told.threads).containsSubsequence("upper", "lower");
  }

  @Test
  void whatIsNotDrawnIsCountedByItsName() {
    ToldTrace told =
        ToldTrace.of(
            thread(MAIN, 7, "main"),
            event(1, begin(MAIN, "x").message(38, new Proto()).message(2345, new Proto())),
            event(2, end(MAIN)),
            packet(1).number(8, 3).message(38, new Proto()),
            packet(1).number(8, 3).message(1777, new Proto()),
            packet(1).message(33, new Proto()),
            packet(1).message(89, new Proto()),
            packet(1).message(50, new Proto()));
    assertThat(told.problems)
        .containsExactlyInAnyOrder(
            "1 packet is damaged and left out, at byte 88.",
            "Not drawn, by kind: packet about the recording itself × 2, field of events 2345 × 1,"
                + " field of events chrome_mojo_event_info × 1, packet 1777 × 1, packet battery ×"
                + " 1.");
  }
}
