package interleave.app.command;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of waits, of a run in which two threads end in a ring. */
class InfoWaitsTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);
  private Timeline timeline;

  @BeforeEach
  void record() {
    Trace.Process table = trace.process(7, "Table");
    Trace.Thread anna = table.thread(1, "Anna");
    Trace.Thread ben = table.thread(2, "Ben");
    int fork = table.object(ObjectType.LOCK, 0, "fork");
    int knife = table.object(ObjectType.LOCK, 0, "knife");
    int orders = table.object(ObjectType.QUEUE, 0, "orders");
    anna.at(0).event(THREAD_BEGIN);
    ben.at(0).event(THREAD_BEGIN);
    anna.at(5 * MS).event(LOCK_ACQUIRED, fork);
    ben.at(6 * MS).event(GET_REQUEST, orders);
    ben.at(46 * MS).event(GET, orders, 1);
    ben.at(50 * MS).event(LOCK_ACQUIRED, knife);
    ben.at(60 * MS).event(LOCK_REQUEST, fork);
    anna.at(70 * MS).event(LOCK_REQUEST, knife);
    ben.at(72 * MS).event(PHASE_BEGIN, 0);
    timeline = trace.end();
  }

  private String printed() {
    new InfoWaits(timeline).print(terminal);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachLockSaysHowOftenItWasWaitedForAndHowLong() {
    assertThat(printed())
        .containsPattern("Locks +acquired +contended +waited +longest +held")
        .containsPattern("fork +1 +1 +12 ms +12 ms +67 ms")
        .containsPattern("knife +1 +1 +2 ms +2 ms +22 ms");
  }

  @Test
  void theLongestWaitsComeFirst() {
    assertThat(printed().lines().dropWhile(line -> !line.equals("Longest waits")).skip(1))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("  6.000 ms        40 ms     Ben"),
            line -> assertThat(line).startsWith("  60.000 ms       12 ms     "),
            line -> assertThat(line).startsWith("  70.000 ms       2 ms      "),
            line -> assertThat(line).isEqualTo("Deadlocks"),
            line -> assertThat(line).startsWith("  70.000 ms       ").contains("Anna", "Ben"));
    assertThat(LongestWaits.of(timeline, 1)).hasSize(1);
  }

  @Test
  void theSameIsInTheJson() throws IOException {
    Json.print(
        terminal,
        to -> {
          to.writeStartObject();
          new InfoWaits(timeline).write(to);
          to.writeEndObject();
        });
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"waited_ns\" : 12000000", "\"wait_ns\" : 40000000")
        .contains("\"threads\" : [ \"Anna\", \"Ben\" ]", "\"locks\" : [ \"knife\", \"fork\" ]");
  }
}
