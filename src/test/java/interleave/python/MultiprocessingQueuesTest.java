package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Flags;
import interleave.timeline.QueueTrack;
import interleave.timeline.QueueTrack.Loss;
import interleave.timeline.QueueTrack.Message;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Messages between processes, with each way to start a process: {@code mp_queues.py}. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class MultiprocessingQueuesTest {
  private final Map<String, PythonRun> runs = new LinkedHashMap<>();

  @BeforeAll
  void run() throws Exception {
    runs.putAll(Methods.run("mp_queues.py", Pythons.some(), Methods.ALL));
  }

  @Test
  void theProgramDoesWhatItDoesWithoutUs() {
    runs.forEach(
        (how, run) -> {
          assertThat(run.problems()).as(how).isEmpty();
          assertThat(run.notes()).as(how).isEmpty();
          assertThat(run.exit()).as(how).isZero();
          assertThat(run.out().lines())
              .as(how)
              .containsExactly(
                  "True",
                  "full",
                  "[1, 2]",
                  "empty",
                  "after",
                  "['got', 42]",
                  "b'rawraw' False",
                  "Queue 0");
        });
  }

  @Test
  void eachMessageIsAnArrowFromItsPutOverTheFeederToItsGetAlsoOfEqualValues() {
    runs.forEach(
        (how, run) -> {
          QueueTrack tasks = queue(run, "tasks");
          assertThat(tasks.puts()).as(how).isEqualTo(42);
          assertThat(tasks.gets()).as(how).isEqualTo(42);
          List<Message> equal =
              messages(tasks).stream().filter(it -> it.preview().equals("'same'")).toList();
          assertThat(equal).as(how).hasSize(40);
          for (Message each : equal) {
            assertThat(each.get()).as(how).isNotEqualTo(Timeline.OPEN);
            assertThat(each.put()).as(how).isLessThanOrEqualTo(each.get());
            assertThat(each.sending().sent()).as(how).isBetween(each.put(), each.get());
            var feeder = run.timeline().lanes().get(each.sending().lane());
            assertThat(feeder.service()).as(how).isTrue();
            assertThat(feeder.process())
                .as(how)
                .isEqualTo(run.timeline().lanes().get(each.fromLane()).process());
          }
          assertThat(equal.stream().map(Message::fromLane).distinct()).as(how).hasSize(2);
          assertThat(queue(run, "results").gets()).as(how).isEqualTo(40);
          assertThat(messages(queue(run, "results")))
              .as(how)
              .allMatch(it -> it.get() != Timeline.OPEN && it.put() <= it.get());
        });
  }

  @Test
  void aBoundedQueueSaysSoAndWhatWasFullOrEmptyIsAbandoned() {
    runs.forEach(
        (how, run) -> {
          assertThat(queue(run, "bounded").capacity()).as(how).isEqualTo(2);
          for (var kind : List.of(PUT_ABANDONED, GET_ABANDONED)) {
            assertThat(run.where(it -> it.kind() == kind && it.object().equals("bounded")))
                .as(how + " " + kind)
                .singleElement()
                .matches(it -> it.flags() == Flags.TIMED_OUT)
                .matches(it -> it.site().endsWith(" main"));
          }
        });
  }

  @Test
  void whatNobodyGotIsLostWhereItWasLastSeen() {
    runs.forEach(
        (how, run) -> {
          assertThat(messages(queue(run, "lost")))
              .as(how)
              .extracting(Message::loss)
              .containsExactly(Loss.UNSENT);
          assertThat(messages(queue(run, "forgotten")))
              .as(how)
              .extracting(Message::loss)
              .containsExactly(Loss.UNREAD);
          assertThat(messages(queue(run, "bounded")).stream().filter(Message::lost))
              .as(how)
              .singleElement()
              .matches(it -> it.loss() == Loss.UNSENDABLE)
              .extracting(it -> it.sending().failure())
              .asString()
              .contains("lambda");
          assertThat(queue(run, "lost").lost()).as(how).isEqualTo(1);
          assertThat(queue(run, "bounded").lost()).as(how).isEqualTo(1);
        });
  }

  @Test
  void eachDirectionOfAPipeIsATrackAndRawBytesAreFirstInFirstOut() {
    runs.forEach(
        (how, run) -> {
          assertThat(messages(queue(run, "there →")))
              .as(how)
              .extracting(Message::preview)
              .containsExactly("42", "b'raw'");
          assertThat(messages(queue(run, "there ←")))
              .as(how)
              .extracting(Message::preview)
              .containsExactly("['got', 42]", "b'rawraw'");
          for (String name : List.of("there →", "there ←")) {
            assertThat(messages(queue(run, name)))
                .as(how)
                .allMatch(it -> it.get() != Timeline.OPEN && it.fromLane() != it.toLane());
          }
        });
  }

  private static QueueTrack queue(PythonRun run, String name) {
    return run.timeline().queues().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Message> messages(QueueTrack queue) {
    return IntStream.range(0, queue.messages()).mapToObj(queue::message).toList();
  }

  /** The ways to start a process. */
  static final class Methods {
    static final List<String> ALL = List.of("fork", "spawn", "forkserver");

    private Methods() {}

    /** Runs a script with each of these ways under each of these Pythons, two at a time. */
    static Map<String, PythonRun> run(String script, List<Path> pythons, List<String> methods)
        throws Exception {
      Map<String, PythonRun> runs = new LinkedHashMap<>();
      for (String method : methods) {
        Pythons.each(new ArrayList<>(pythons), python -> PythonRun.of(python, script, method))
            .forEach((python, run) -> runs.put("3." + Pythons.minor(python) + " " + method, run));
      }
      return runs;
    }
  }
}
