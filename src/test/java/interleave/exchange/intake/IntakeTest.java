package interleave.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.exchange.Told;
import interleave.exchange.Told.Slice;
import interleave.file.Progress;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  @TempDir Path folder;
  private Recording recording;
  private Intake intake;

  /** In which order slices are told. */
  enum Order {
    AS_THEY_BEGIN,
    AS_THEY_END,
    IN_ANY_ORDER
  }

  @BeforeEach
  void open() throws IOException {
    recording = Recording.createIn(folder, Recording.DEFAULT_CAP);
    intake = new Intake(recording, Progress.UNHEARD);
  }

  private Told read() throws IOException {
    intake.finish();
    Told told = Told.of(recording);
    assertThat(told.problems).isEmpty();
    return told;
  }

  @ParameterizedTest
  @EnumSource
  void slicesLieInEachOtherInWhateverOrderTheyAreTold(Order order) throws IOException {
    List<Slice> slices = new ArrayList<>();
    tree(slices, new Random(7), 0, 4_000_000, 0);
    assertThat(slices).hasSizeGreaterThan(20_000);
    switch (order) {
      case AS_THEY_BEGIN -> {} // as they were made
      case AS_THEY_END ->
          slices.sort(
              Comparator.comparingLong(Slice::end)
                  .thenComparing(Comparator.comparingLong(Slice::begin).reversed())
                  .thenComparing(Comparator.comparingInt(Slice::name).reversed()));
      case IN_ANY_ORDER -> Collections.shuffle(slices, new Random(8));
    }
    IntakeProcess process = intake.process(7);
    IntakeThread thread = process.thread(1, "main", 0);
    for (Slice each : slices) {
      int name = process.object(ObjectType.SLICE, "slice " + each.name());
      thread.slice(name, 0, each.begin(), each.end());
    }
    Told told = read();
    long first = 1_000_000_000;
    assertThat(intake.problems()).isEmpty();
    assertThat(extents(told.slices(), first)).isEqualTo(extents(slices, 0));
  }

  /** In one order, as looking for each of so many among all the others takes half a minute. */
  private static List<List<Long>> extents(List<Slice> slices, long first) {
    return slices.stream()
        .sorted(Comparator.comparingLong(Slice::begin).thenComparingLong(Slice::end))
        .map(each -> List.of(each.begin() - first, each.end() - first))
        .toList();
  }

  /** Slices that touch at their ends, and some that begin or end with those that they lie in. */
  private static void tree(List<Slice> to, Random random, long begin, long end, int depth) {
    to.add(new Slice(1, to.size(), begin, end));
    long at = begin + random.nextInt(2);
    while (depth < 12 && at < end) {
      long until = Math.min(end, at + 1 + (long) (random.nextDouble() * (end - begin) / 4));
      tree(to, random, at, until, depth + 1);
      at = until + random.nextInt(3) * (until - at);
    }
  }

  @Test
  void eventsOfManyThreadsOfAProcessStandInTheOrderOfTheirTimes() throws IOException {
    IntakeProcess process = intake.process(7);
    int counter = process.object(ObjectType.COUNTER, "load");
    for (int i = 0; i < 500; i++) {
      IntakeThread thread = process.thread(100 + i % 50, "", 0);
      thread.write(EventKind.COUNTER, 0, counter, 0, i, 1000L * (i * 37 % 500), "note " + i);
    }
    List<Event> counters =
        read().all.stream().filter(each -> each.kind() == EventKind.COUNTER).toList();
    assertThat(counters).hasSize(500).isSortedAccordingTo(Comparator.comparingLong(Event::time));
    assertThat(counters).allMatch(each -> ("note " + each.value()).equals(each.text()));
    assertThat(counters.getFirst().time()).isEqualTo(1_000_000_000);
  }

  @Test
  void aHundredThousandVirtualThreadsHaveRoomBesideTheOthers() throws IOException {
    intake = new Intake(recording, Progress.UNHEARD);
    IntakeProcess process = intake.process(7);
    for (int i = 0; i < 100_100; i++) {
      process.row(i + 1, "", Flags.VIRTUAL);
    }
    assertThat(intake.problems()).isEmpty();
  }

  @Test
  void whatHasNoRoomInMemoryIsSortedOnDisk() throws IOException {
    intake =
        new Intake(recording, Progress.UNHEARD, new Intake.Limits(10, 1000, 1000, 10_000, 100_000));
    IntakeProcess process = intake.process(7);
    Random random = new Random(3);
    for (int i = 0; i < 30_000; i++) {
      IntakeThread thread = process.thread(random.nextInt(100), "", 0);
      thread.write(EventKind.INSTANT, 0, 0, 0, i, random.nextInt(1_000_000));
    }
    Told told = read();
    assertThat(told.slices()).isEmpty(); // and it looks at the order
    assertThat(told.all.stream().filter(each -> each.kind() == EventKind.INSTANT))
        .hasSize(30_000)
        .extracting(Event::value)
        .doesNotHaveDuplicates();
    assertThat(recording.folder().toFile().list()).noneMatch(name -> name.startsWith("run"));
  }

  @Test
  void timesMayBeCountedFromWhereverAndOneThatCannotBeMovesNothing() throws IOException {
    IntakeThread thread = intake.process(7).thread(1, "main", 0);
    long now = 1_700_000_000_000_000_000L;
    thread.write(EventKind.INSTANT, 0, 0, 0, 1, 0);
    thread.write(EventKind.INSTANT, 0, 0, 0, 2, now);
    thread.write(EventKind.INSTANT, 0, 0, 0, 3, now - 5);
    thread.write(EventKind.INSTANT, 0, 0, 0, 4, Long.MAX_VALUE);
    assertThat(read().all)
        .filteredOn(each -> each.kind() == EventKind.INSTANT)
        .extracting(Event::value, Event::time)
        .containsExactly(tuple(3L, 1_000_000_000L), tuple(2L, 1_000_000_005L));
    assertThat(intake.problems())
        .containsExactly(
            "1 event has no time, or one that cannot be, and is not drawn.",
            "1 event lies more than 400 days from the others, which no run lasts, and is not"
                + " drawn.");
  }

  /** Where they stand: in a segment that threads share, or in one of their own. */
  @ParameterizedTest
  @ValueSource(ints = {3, 3 * IntakeThread.MOST_RECORDS})
  void whatLiesFurtherAwayThanAnyRunLastsIsCountedOnceWithItsText(int usual) throws IOException {
    IntakeThread thread = intake.process(7).thread(1, "main", 0);
    long year = TimeUnit.DAYS.toNanos(365);
    thread.write(EventKind.INSTANT, 0, 0, 0, -1, 0, "text of several slots, of which none is left");
    thread.write(EventKind.INSTANT, 0, 0, 0, -2, 9 * year, "another one, which is quite as long");
    for (int i = 0; i < usual; i++) {
      thread.write(EventKind.INSTANT, 0, 0, 0, i, 3 * year + i, "and one that stays as it is");
    }
    List<Event> left =
        read().all.stream().filter(each -> each.kind() == EventKind.INSTANT).toList();
    assertThat(left).hasSize(usual).allMatch(each -> each.value() >= 0);
    assertThat(left).extracting(Event::text).containsOnly("and one that stays as it is");
    assertThat(intake.problems())
        .containsExactly(
            "2 events lie more than 400 days from the others, which no run lasts, and are not"
                + " drawn.");
  }

  @Test
  void aSliceThatWouldOutlastAnyRunHasNoEndAndIsCounted() throws IOException {
    IntakeThread thread = intake.process(7).thread(1, "main", 0);
    thread.slice(1, 0, 10, TimeUnit.DAYS.toNanos(500));
    thread.slice(2, 0, 20, 30);
    assertThat(read().count(EventKind.SLICE_BEGIN)).isEqualTo(2);
    assertThat(intake.problems())
        .containsExactly("1 slice is said to take more than 400 days: it is drawn without an end.");
  }

  @Test
  void aSliceEndsWithTheOneThatItLiesInAndThatIsTold() throws IOException {
    IntakeThread thread = intake.process(7).thread(1, "main", 0);
    thread.slice(1, 0, 10_000, 20_000);
    thread.slice(2, 0, 15_000, 30_000);
    thread.write(EventKind.SLICE_END, 0, 0, 0, 0, 40_000);
    assertThat(read().slices())
        .extracting(each -> each.end() - each.begin())
        .containsExactly(5000L, 10_000L);
    assertThat(intake.problems())
        .containsExactly(
            "1 slice ends after the slice that it lies in: it is drawn up to its end.",
            "1 end of a slice that did not begin is not drawn.");
  }

  @Test
  void anEndByNameEndsAllThatLiesWithin() throws IOException {
    IntakeThread thread = intake.process(7).thread(1, "main", 0);
    thread.write(EventKind.SLICE_BEGIN, 0, 1, 0, 0, 10);
    thread.write(EventKind.SLICE_BEGIN, 0, 2, 0, 0, 12);
    thread.write(EventKind.SLICE_END, 0, 1, 0, 0, 15);
    assertThat(read().slices()).extracting(Slice::end).hasSize(2).containsOnly(1_000_000_005L);
    assertThat(intake.problems()).isEmpty();
  }

  @Test
  void moreProcessesOrThreadsThanAnythingShowsEndInASentenceWithThePlace() throws IOException {
    intake =
        new Intake(recording, Progress.UNHEARD, new Intake.Limits(3, 5, 1000, 10_000, 100_000));
    intake.atByte(4711);
    intake.process(-1);
    intake.process(Long.MAX_VALUE);
    IntakeProcess last = intake.process(5);
    assertThat(last.pid()).isEqualTo(5);
    assertThatThrownBy(() -> intake.process(6))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 processes (at byte 4711)");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 6; i++) {
                last.thread(i, "", 0);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 threads");
  }

  @Test
  void rowsBesideThreadsAreNotCountedAsThreads() throws IOException {
    intake =
        new Intake(recording, Progress.UNHEARD, new Intake.Limits(3, 5, 1000, 10_000, 100_000));
    IntakeProcess process = intake.process(7);
    for (int i = 0; i < 5; i++) {
      process.thread(i, "", 0);
      process.row(0, "row " + i, Flags.TRACK);
    }
    assertThat(process.writers()).hasSize(10);
    assertThatThrownBy(() -> process.row(0, "one more", Flags.TRACK))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 rows beside threads");
    assertThatThrownBy(() -> process.row(0, "one more", 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 threads");
  }

  @Test
  void whatCannotBeWrittenEndsTheReading() throws IOException {
    IntakeThread thread = intake.process(7).thread(1, "main", 0);
    recording.delete();
    assertThatThrownBy(
            () -> {
              for (int i = 1; i < 200_000; i++) {
                thread.slice(1, 0, i, i + 1);
              }
              intake.finish();
            })
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void textsOfAllLengthsAreAsTheyWereTold() throws IOException {
    IntakeProcess process = intake.process(7);
    IntakeThread thread = process.thread(1, "main", 0);
    int name = process.object(ObjectType.SLICE, "name");
    String text = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(4);
    for (int i = 0; i < 10_000; i++) {
      thread.write(EventKind.INSTANT, 0, name, 0, 0, i, text.substring(0, i % text.length()));
    }
    List<Event> told = new ArrayList<>(read().all);
    told.removeIf(each -> each.kind() != EventKind.INSTANT);
    assertThat(told).hasSize(10_000);
    for (int i = 0; i < told.size(); i++) {
      int length = i % text.length();
      assertThat(told.get(i).text()).isEqualTo(length == 0 ? null : text.substring(0, length));
    }
  }

  @Test
  void namesBeyondThoseThatThereIsRoomForAreCounted() throws IOException {
    intake = new Intake(recording, Progress.UNHEARD, new Intake.Limits(3, 5, 4, 10_000, 100_000));
    IntakeProcess process = intake.process(7);
    int others = 0;
    for (int i = 0; i < 6; i++) {
      others = process.object(ObjectType.SLICE, "name " + i);
    }
    assertThat(process.object(ObjectType.SLICE, "name 9")).isEqualTo(others);
    assertThat(process.object(ObjectType.SLICE, "name 1")).isEqualTo(2);
    assertThat(intake.problems()).singleElement().asString().startsWith("3 events have names");
  }

  @Test
  void namesAreOneLineOfWhatPrints() {
    assertThat(Texts.shown("a\nb\u0000c", 10)).isEqualTo("a b c");
    assertThat(Texts.shown("12345678901", 10)).isEqualTo("123456789…");
    assertThat(Texts.shown("12345678😀😀", 10)).isEqualTo("12345678…");
    assertThat(Texts.shown("x\uD83D", 10)).isEqualTo("x?");
    assertThat(Texts.shown("😀", 10)).isEqualTo("😀");
  }

  @Test
  void whatIsNotDrawnIsToldByWhatItIsCalled() {
    intake.unknown("memory dump (v)");
    intake.unknown("memory dump (v)", 4);
    intake.unknown("sample (P)");
    assertThat(intake.problems())
        .containsExactly(
            "5 events of kind “memory dump (v)” are not drawn.",
            "1 event of kind “sample (P)” is not drawn.");
  }

  @Test
  void manyKindsOfWhatIsNotDrawnShareASentence() {
    intake.unknown("sample (P)");
    intake.unknown("memory dump (v)", 4);
    for (int i = 0; i < 100; i++) {
      intake.unknown("kind " + i);
    }
    assertThat(intake.problems())
        .hasSize(2)
        .contains("42 events of further kinds are not drawn.")
        .anySatisfy(
            each ->
                assertThat(each)
                    .startsWith("Not drawn, by kind: memory dump (v) × 4, kind 0 × 1, kind 1 × 1, ")
                    .endsWith(", kind 9 × 1, sample (P) × 1."));
  }
}
