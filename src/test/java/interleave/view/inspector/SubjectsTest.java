package interleave.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.events.EventRow;
import interleave.timeline.sketch.ForeignTrace;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import interleave.view.source.LineMarks;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectsTest {
  @Test
  void everyThingThatHappensHasATitle() {
    for (Timeline timeline :
        List.of(
            Sketches.queue(),
            Sketches.lock(),
            Sketches.race(),
            Sketches.pool(),
            ForeignTrace.timeline())) {
      for (EventRow row :
          TrackKinds.STANDARD.events(timeline).in(timeline.start(), timeline.now(), 5_000)) {
        assertThat(Subjects.of(timeline, row.thing(), row.time()))
            .as(row.toString())
            .hasValueSatisfying(it -> assertThat(it.title()).isNotBlank())
            .hasValueSatisfying(
                it ->
                    assertThat(it.facts())
                        .allSatisfy(fact -> assertThat(fact.value()).isNotBlank()));
      }
    }
  }

  @Test
  void ofASliceItIsToldWhatWasItsOwnAndWhatItWasToldWith() {
    Timeline timeline = ForeignTrace.timeline();
    int main = timeline.slicesOf(0);
    Subject subject = Subjects.of(timeline, new ThingRef.Slice(main, 0, 2), 0).orElseThrow();
    assertThat(subject.title()).isEqualTo("Slice handle");
    assertThat(subject.facts())
        .extracting(fact -> fact.name() + " " + fact.value())
        .contains("took 30 ms", "of that own 6 ms (20 %)", "depth 1", "with id: 2\nuser: Ada");
    Subject cut = Subjects.of(timeline, new ThingRef.Slice(main, 0, 6), 0).orElseThrow();
    assertThat(cut.facts()).extracting(Subject.Fact::value).contains("no end told");
  }

  @Test
  void aThingOfAnotherRunIsNoSubject() {
    assertThat(Subjects.of(Sketches.queue(), new ThingRef.Lock(99), 0)).isEmpty();
  }

  @Test
  void aLostUpdateIsToldInTheOrderOfItsSteps() {
    Timeline race = Sketches.race();
    List<LostUpdateStory.Step> steps = LostUpdateStory.of(race, race.variables().getFirst(), 0);
    assertThat(steps).hasSizeBetween(3, 4);
    assertThat(steps).extracting(LostUpdateStory.Step::after).isSorted();
    assertThat(steps).filteredOn(LostUpdateStory.Step::lost).hasSize(1);
    assertThat(steps.getLast().does()).startsWith("writes ");
  }

  @Test
  void whatTheRunIsAboutComesFirst() {
    Timeline race = Sketches.race();
    assertThat(Interest.of(race, race.now())).hasValue(new ThingRef.Variable(0));
    Timeline lock = Sketches.lock();
    assertThat(Interest.of(lock, lock.now())).hasValue(new ThingRef.Lock(0));
    Timeline queue = Sketches.queue();
    assertThat(Interest.of(queue, queue.now()))
        .hasValueSatisfying(it -> assertThat(it).isInstanceOf(ThingRef.Message.class));
  }

  @Test
  void statesOfABarAddUpToItsTime() {
    Timeline queue = Sketches.queue();
    for (TimeByState.Bar bar : TimeByState.of(queue, 10)) {
      long sum = bar.nanos().values().stream().mapToLong(Long::longValue).sum();
      assertThat(sum).as(bar.name()).isLessThanOrEqualTo(bar.whole());
    }
  }

  @Test
  void noThreadIsInAFileThatNobodyNames() {
    Timeline queue = Sketches.queue();
    assertThat(LineMarks.at(queue, queue.now() / 2, "Nowhere.java")).isEmpty();
  }

  @Test
  void theLineOfASpanCanBeGoneTo() {
    Trace trace = new Trace();
    Trace.Thread main = trace.process(1, "P").thread(1, "main");
    main.at(10).in("main", 7).event(EventKind.SLEEP_BEGIN);
    main.at(20).event(EventKind.SLEEP_END);
    Timeline timeline = trace.end();
    assertThat(Subjects.of(timeline, new ThingRef.Span(0, 10), 15).orElseThrow().facts())
        .filteredOn(fact -> fact.place() != null)
        .singleElement()
        .satisfies(fact -> assertThat(fact.place().line()).isEqualTo(7));
  }
}
