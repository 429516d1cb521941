package interleave.timeline.derive;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a recording says of whatever thing, somebody knows what to do with it. */
class EveryKindTest {
  private static final int UNKNOWN_TYPE = 200;

  @ParameterizedTest
  @EnumSource
  void eventsOfAnyKindAreTakenAboutThingsOfAnyType(EventKind kind) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Any");
    Trace.Thread thread = process.thread(1, "main");
    Trace.Thread virtual = process.virtual(2, "v");
    int time = 0;
    for (ObjectType type : ObjectType.values()) {
      int object = process.object(type, 0, "thing");
      told(thread, ++time, kind, object);
      told(virtual, ++time, kind, object);
    }
    told(thread, ++time, kind, process.object(UNKNOWN_TYPE, 0, "thing"));
    told(thread, ++time, kind, 0);
    Timeline timeline = trace.end();
    assertThat(timeline.counters().events()).isPositive();
  }

  private static void told(Trace.Thread thread, int time, EventKind kind, int object) {
    thread.at(time).event(kind, 0, object, 1, "text");
    thread.event(kind, Flags.FAILED | Flags.IDLE | Flags.ON_BEHALF, object, 1L << 32 | 7, null);
  }

  @ParameterizedTest
  @EnumSource
  void theEngineIsHeardWhereItMaySpeakAndElseNot(EventKind kind) {
    Trace trace = new Trace();
    trace.process(1, "Any").thread(1, "main").at(1).event(EventKind.THREAD_BEGIN);
    trace.engine(2, kind, 0, 1, "text");
    trace.gil(3, kind, 1, 1);
    assertThat(trace.end().processes()).isNotEmpty();
  }
}
