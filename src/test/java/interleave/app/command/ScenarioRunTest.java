package interleave.app.command;

import static interleave.app.command.JsonTree.list;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.KnownFormats;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.SummaryFile;
import interleave.tail.LiveTimeline;
import interleave.timeline.summary.Summaries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summaries of real runs agree with what the programs printed. */
class ScenarioRunTest {
  private static final String[] KEYS = {
    "processes",
    "tasks",
    "queues",
    "locks",
    "synchronizers",
    "variables",
    "locals",
    "phases",
    "pipes",
    "deadlocks",
    "calls",
    "output",
    "notes",
    "events",
    "lost",
    "recorder_ns_per_event",
    "wall_ns"
  };

  @TempDir Path folder;
  private Said said;
  private Map<String, Object> summary;

  @Test
  void withTheLockTheBalanceIsZeroAndNoUpdateIsLost() throws IOException {
    Path kept = folder.resolve("run.interleave");
    run(
        "lock-and-lost-updates",
        "-p",
        "lock=on",
        "loops=300",
        "threads=3",
        "--record",
        kept.toString());
    assertThat(said.out()).isEqualTo("Balance: 0\n");
    Map<String, Object> balance = list(summary, "variables").getFirst();
    assertThat(balance)
        .containsEntry("name", "balance")
        .containsEntry("lost_updates", 0L)
        .containsEntry("last", 0L);
    Map<String, Object> lock = list(summary, "locks").getFirst();
    assertThat(lock).containsEntry("acquires", 900L);
    assertThat(list(lock, "owners").stream().mapToLong(each -> (long) each.get("acquires")).sum())
        .isEqualTo(900);
    assertThat(list(summary, "processes")).singleElement().isNotNull();
    assertThat(summaryOf(kept)).isEqualTo(Files.readString(folder.resolve("run.json")));
  }

  private static String summaryOf(Path recording) throws IOException {
    OpenedRecording opened = KnownFormats.ALL.open(recording, Progress.UNHEARD);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SummaryFile.write(Summaries.of(LiveTimeline.load(opened.recording())), out);
    opened.recording().delete();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void withoutTheLockTheBalancePrintedIsTheLastValueSeen() throws IOException {
    Path picture = folder.resolve("run.png");
    run("lock-and-lost-updates", "-p", "lock=off", "loops=20000", "--snapshot", picture.toString());
    Map<String, Object> balance = list(summary, "variables").getFirst();
    assertThat(said.out()).isEqualTo("Balance: " + balance.get("last") + "\n");
    if (!balance.get("last").equals(0L)) {
      assertThat((long) balance.get("lost_updates")).isPositive();
    }
    assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void everyTaskOfThePoolIsWhereItSaidItRan() throws IOException {
    run("process-pool", "-p", "tasks=4", "workers=2", "longest=0.1");
    List<Map<String, Object>> tasks = list(summary, "tasks");
    List<String> ran = new ArrayList<>();
    for (Map<String, Object> task : tasks) {
      ran.add((long) task.get("id") - 1 + " " + task.get("pid"));
      assertThat(task).containsEntry("outcome", "done");
      assertThat((long) task.get("submitted_ns")).isLessThan((long) task.get("started_ns"));
      assertThat((long) task.get("started_ns")).isLessThan((long) task.get("ended_ns"));
    }
    List<String> printed = found("Run task (\\d+) \\(pid (\\d+)\\)");
    assertThat(ran).hasSize(4).containsExactlyInAnyOrderElementsOf(printed);
    assertThat(list(summary, "processes"))
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.get("exit")).isEqualTo(Map.of("code", 0L)));
  }

  @Test
  void theQueuesMessagesAreThoseThatWerePrinted() throws IOException {
    run("queue-between-processes", "-p", "values=X,Y", "pause=0.05");
    Map<String, Object> queue = list(summary, "queues").getFirst();
    assertThat(queue).containsEntry("puts", 2L).containsEntry("name", "q");
    List<Object> put = new ArrayList<>();
    List<Object> got = new ArrayList<>();
    for (Map<String, Object> message : list(queue, "messages")) {
      put.add(message.get("preview"));
      if (message.get("get_ns") != null) {
        got.add(message.get("preview"));
        assertThat((long) message.get("put_ns")).isLessThan((long) message.get("get_ns"));
      }
    }
    assertThat(put).isEqualTo(List.of("X", "Y"));
    assertThat(got).hasSize(Math.toIntExact((long) queue.get("gets")));
    assertThat(2 - got.size()).isEqualTo(Math.toIntExact((long) queue.get("lost")));
    assertThat(got).containsAll(found("Get (\\w)() from").stream().map(String::strip).toList());
    assertThat(list(summary, "processes"))
        .extracting(each -> each.get("name"))
        .containsExactlyInAnyOrder("Parent", "Writer", "Reader");
    assertThat(list(summary, "processes"))
        .filteredOn(each -> "Reader".equals(each.get("name")))
        .singleElement()
        .satisfies(each -> assertThat(each.get("exit")).isEqualTo(Map.of("signal", "SIGTERM")));
  }

  @Test
  void aRunThatADeadlockKeepsFromGoingOnIsNamedAndStopped() throws IOException {
    Path file = folder.resolve("run.json");
    said = Said.by("run", "--headless", "deadlock", "--summary", file.toString());
    assertThat(said.code()).isEqualTo(ExitCode.DEADLOCKED);
    assertThat(said.err())
        .contains("A deadlock: ", "waits for lock knife, held by Ben", "so it was stopped");
    Map<String, Object> deadlock = list(JsonTree.summary(file), "deadlocks").getFirst();
    assertThat(deadlock).containsEntry("resolved", false);
    assertThat(list(deadlock, "members"))
        .extracting(member -> member.get("lock"))
        .containsExactlyInAnyOrder("fork", "knife");
  }

  @Test
  void eachWayOfSharingTheWorkIsAPhaseThatIsTimed() throws IOException {
    run("gil", "-p", "work=10", "workers=2", "processes=off");
    List<Map<String, Object>> phases = list(summary, "phases");
    assertThat(phases)
        .extracting(phase -> phase.get("name"))
        .containsExactly("warm-up", "1 thread", "2 threads", "2 locked");
    assertThat(phases.getFirst()).containsEntry("speed_up", null);
    assertThat(phases.get(1)).containsEntry("speed_up", 1.0);
    for (int i = 1; i < phases.size(); i++) {
      assertThat((long) phases.get(i - 1).get("end_ns"))
          .isLessThanOrEqualTo((long) phases.get(i).get("start_ns"));
      assertThat((double) phases.get(i).get("speed_up")).isPositive();
    }
  }

  @Test
  void eachThreadHasAValueOfItsOwnInTheOneVariable() throws IOException {
    run("thread-local", "-p", "kind=scoped-value", "workers=1", "pause=0.01");
    assertThat(list(summary, "locals"))
        .extracting(
            local -> local.get("name") + " " + local.get("value") + " " + local.get("values"))
        .containsExactlyInAnyOrder(
            "scopedStudent Alice 3", "scopedStudent Bob 3", "scopedStudent No. 0 3");
  }

  /** Runs it, and finds every line that it printed in the summary. */
  private void run(String... words) throws IOException {
    Path file = folder.resolve("run.json");
    List<String> line = new ArrayList<>(List.of("run", "--headless"));
    line.addAll(List.of(words));
    line.addAll(List.of("--summary", file.toString()));
    said = Said.by(line.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    summary = JsonTree.summary(file);
    assertThat(summary).containsOnlyKeys(KEYS).containsEntry("lost", 0L);
    List<Object> texts = new ArrayList<>();
    list(summary, "output").forEach(each -> texts.add(each.get("text")));
    assertThat(texts)
        .containsExactlyInAnyOrderElementsOf(List.<Object>of((Object[]) said.out().split("\n")));
  }

  private List<String> found(String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(said.out());
    while (matcher.find()) {
      found.add(matcher.group(1) + " " + matcher.group(2));
    }
    return found;
  }
}
