package interleave.timeline.order;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.ValueType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.VariableTrack;
import interleave.timeline.explain.Explanation;
import interleave.timeline.order.Races.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is ordered by locks, threads, messages and volatile variables, and what by nothing. */
class HappensBeforeTest {
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "Press");
  private final Trace.Thread main = process.thread(1, "main");
  private final Trace.Thread writer = process.thread(2, "Writer");
  private final Trace.Thread reader = process.thread(3, "Reader");
  private final int data = process.object(ObjectType.VARIABLE, 0, "Press.data");

  private void begin() {
    main.at(1).event(THREAD_BEGIN);
    main.at(2).event(THREAD_STARTED, 0, 2).at(3).event(THREAD_STARTED, 0, 3);
    writer.at(4).event(THREAD_BEGIN);
    reader.at(5).event(THREAD_BEGIN);
  }

  private static void access(Trace.Thread thread, EventKind kind, int variable, int flags) {
    thread.event(kind, ValueType.INT.code() | flags, variable, 1, null);
  }

  private void writes() {
    access(writer.at(10), FIELD_WRITE, data, 0);
  }

  private void reads() {
    access(reader.at(100), FIELD_READ, data, 0);
  }

  private static VariableTrack data(Timeline timeline) {
    return timeline.variables().stream().filter(it -> it.name().endsWith("data")).findAny().get();
  }

  private List<Race> races() {
    Timeline timeline = trace.end();
    return Races.of(timeline, data(timeline));
  }

  private List<Link.Kind> chain() {
    Timeline timeline = trace.end();
    VariableTrack variable = data(timeline);
    assertThat(Races.of(timeline, variable)).isEmpty();
    return HappensBefore.chain(timeline, variable, 0, 1).stream().map(Link::kind).toList();
  }

  @Test
  void aReadThatNothingOrdersAfterAWriteRacesWithIt() {
    begin();
    writes();
    reads();
    Timeline timeline = trace.end();
    assertThat(Races.of(timeline, data(timeline))).containsExactly(new Race(0, 1));
    assertThat(Explanation.sentence(timeline, new ThingRef.Access(data(timeline).index(), 1)))
        .isEqualTo(
            "Reader read 1. Nothing that was recorded orders these two: it, and before it Writer"
                + " wrote it. That is a data race.");
  }

  @Test
  void twoReadsDoNotRace() {
    begin();
    access(writer.at(10), FIELD_READ, data, 0);
    reads();
    assertThat(races()).isEmpty();
  }

  @Test
  void aVolatileFlagOrdersWhatWasWrittenBeforeIt() {
    int ready = process.object(ObjectType.VARIABLE, 0, "Press.ready");
    begin();
    writes();
    access(writer.at(20), FIELD_WRITE, ready, Flags.VOLATILE);
    access(reader.at(90), FIELD_READ, ready, Flags.VOLATILE);
    reads();
    assertThat(chain()).containsExactly(Link.Kind.VOLATILE);
    Timeline timeline = trace.end();
    assertThat(Explanation.sentence(timeline, new ThingRef.Access(data(timeline).index(), 1)))
        .isEqualTo(
            "Reader read 1. Writer wrote it, and that happens before it: Writer wrote the volatile"
                + " ready, and Reader read it.");
  }

  @Test
  void aPlainFlagOrdersNothing() {
    int ready = process.object(ObjectType.VARIABLE, 0, "Press.ready");
    begin();
    writes();
    access(writer.at(20), FIELD_WRITE, ready, 0);
    access(reader.at(90), FIELD_READ, ready, 0);
    reads();
    assertThat(races()).hasSize(1);
  }

  @Test
  void whatIsWrittenAfterTheFlagIsNotOrderedByIt() {
    int ready = process.object(ObjectType.VARIABLE, 0, "Press.ready");
    begin();
    access(writer.at(8), FIELD_WRITE, ready, Flags.VOLATILE);
    writes();
    access(reader.at(90), FIELD_READ, ready, Flags.VOLATILE);
    reads();
    assertThat(races()).hasSize(1);
  }

  @Test
  void aLockOrdersWhoHadItBefore() {
    int lock = process.object(ObjectType.LOCK, 0, "lock");
    begin();
    writer.at(9).event(LOCK_ACQUIRED, lock);
    writes();
    writer.at(20).event(LOCK_RELEASED, lock);
    reader.at(90).event(LOCK_ACQUIRED, lock);
    reads();
    reader.at(110).event(LOCK_RELEASED, lock);
    assertThat(chain()).containsExactly(Link.Kind.LOCK);
  }

  @Test
  void readersThatShareALockDoNotOrderEachOther() {
    int lock = process.object(ObjectType.READ_WRITE_LOCK, 0, "lock");
    begin();
    writer.at(9).event(LOCK_ACQUIRED, Flags.SHARED, lock, 0, null);
    writes();
    writer.at(20).event(LOCK_RELEASED, Flags.SHARED, lock, 0, null);
    reader.at(90).event(LOCK_ACQUIRED, Flags.SHARED, lock, 0, null);
    reads();
    reader.at(110).event(LOCK_RELEASED, Flags.SHARED, lock, 0, null);
    assertThat(races()).hasSize(1);
  }

  @Test
  void startAndJoinLeadThroughAThirdThread() {
    main.at(1).event(THREAD_BEGIN);
    main.at(2).event(THREAD_STARTED, 0, 2);
    writer.at(4).event(THREAD_BEGIN);
    writes();
    main.at(6).event(JOIN_BEGIN, 0, 2);
    writer.at(20).event(THREAD_END);
    main.at(21).event(JOIN_END, 0, 2);
    main.at(30).event(THREAD_STARTED, 0, 3);
    reader.at(40).event(THREAD_BEGIN);
    reads();
    assertThat(chain()).containsExactly(Link.Kind.END, Link.Kind.START);
  }

  @Test
  void whoWasJoinedInVainOrdersNothing() {
    begin();
    writes();
    reader.at(20).event(JOIN_BEGIN, 0, 2);
    reader.at(30).event(JOIN_END, Flags.TIMED_OUT, 0, 2, null);
    reads();
    assertThat(races()).hasSize(1);
  }

  @Test
  void aLatchOrdersAllThatCountedDownBeforeWhoWaited() {
    int gate = process.object(ObjectType.LATCH, 0, "gate");
    begin();
    reader.at(6).event(SYNC_STATE, gate, 2L << 32 | 2).event(SYNC_WAIT_BEGIN, gate);
    writes();
    writer.at(20).event(ARRIVED, gate);
    main.at(30).event(ARRIVED, gate);
    reader.at(40).event(SYNC_WAIT_END, gate);
    reads();
    assertThat(chain()).containsExactly(Link.Kind.LATCH);
  }

  @Test
  void aPermitOrdersWhoGaveItBeforeWhoTakesOne() {
    int ready = process.object(ObjectType.SEMAPHORE, 0, "ready");
    begin();
    writes();
    writer.at(20).event(SYNC_STATE, ready, 0).event(PERMIT_RELEASED, ready, 1);
    reader.at(40).event(PERMIT_ACQUIRED, ready, 1);
    reads();
    assertThat(chain()).containsExactly(Link.Kind.PERMIT);
  }

  @Test
  void linksAreThoseThatEndInSight() {
    begin();
    writes();
    reads();
    Timeline timeline = trace.end();
    assertThat(HappensBefore.links(timeline, 0, 200)).extracting(Link::to).containsExactly(1, 2);
    assertThat(HappensBefore.links(timeline, 50, 200)).isEmpty();
  }

  @Test
  void ofPythonItIsSaidThatNothingIsPromised() {
    Trace.Process script = trace.python(9, "script", 0);
    Trace.Thread one = script.thread(1, "MainThread");
    Trace.Thread two = script.thread(2, "Thread-1");
    int balance = script.object(ObjectType.VARIABLE, 0, "balance");
    one.at(1).event(THREAD_BEGIN);
    two.at(2).event(THREAD_BEGIN);
    access(one.at(10), FIELD_WRITE, balance, 0);
    access(two.at(20), FIELD_READ, balance, 0);
    begin();
    Timeline timeline = trace.end();
    assertThat(Explanation.sentence(timeline, new ThingRef.Access(0, 1)))
        .contains("Nothing that was recorded but the interpreter orders these two")
        .endsWith("Python has no memory model that would promise anything.");
  }
}
