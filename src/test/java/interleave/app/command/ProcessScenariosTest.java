package interleave.app.command;

import static interleave.app.command.JsonTree.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios of processes and pipes, run as the command line runs them. */
class ProcessScenariosTest {
  @TempDir Path folder;
  private Said said;
  private Map<String, Object> summary;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void eachOfTheTwoProcessesPrintsItsOwnPidAndTheOthers() throws IOException {
    run("fork", "-p", "child-time=0.02", "parent-time=0", "exit-code=7");
    Map<String, Object> parent = process("Parent");
    Map<String, Object> child = process("Child");
    assertThat(said.out())
        .contains("child: pid = " + child.get("pid") + ", ppid = " + parent.get("pid") + "\n")
        .contains("parent: pid = " + parent.get("pid") + ", child = " + child.get("pid") + "\n")
        .contains("child: number = 11\n", "parent: number = 110\n")
        .contains("parent: the child ended with exit code 7\n");
    assertThat(child)
        .containsEntry("parent", parent.get("pid"))
        .containsEntry("exit", Map.of("code", 7L));
    Map<String, Object> line = list(summary, "output").getFirst();
    assertThat(line).containsEntry("pid", child.get("pid"));
    assertThat((long) line.get("ns")).isBetween(time(child, "start_ns"), time(child, "end_ns"));
    assertThat(list(child, "threads")).singleElement().satisfies(this::slept);
  }

  private void slept(Map<String, Object> thread) {
    assertThat(thread).containsEntry("name", "main");
    @SuppressWarnings("unchecked")
    Map<String, Object> ns = (Map<String, Object>) thread.get("ns");
    assertThat((long) ns.get("sleeping")).isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void whatIsWrittenToSortComesBackSorted() throws IOException {
    run("subprocess", "-p", "way=communicate", "program=sort", "input=pear\\napple\\nfig\\n");
    assertThat(said.out())
        .endsWith("\n$ sort\noutput: apple\noutput: fig\noutput: pear\nExit code: 0\n");
    assertThat(bytes("stdin")).isEqualTo(15);
    assertThat(bytes("stdout")).isEqualTo(15);
    assertThat(bytes("stderr")).isZero();
    assertThat(process("sort"))
        .containsEntry("runtime", "untraced")
        .containsEntry("exit", Map.of("code", 0L));
  }

  @Test
  void aMegabyteOnBothStreamsStopsNobody() throws IOException {
    run("subprocess", "-p", "way=communicate", "program=floods", "input=", "patience=60");
    assertThat(said.out()).endsWith("Exit code: 0\n").contains("… 1000000 bytes in all");
    assertThat(bytes("stdout")).isEqualTo(1_000_000);
    assertThat(bytes("stderr")).isEqualTo(1_000_000);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatNeverEndsIsEnded() throws IOException {
    run("subprocess", "-p", "program=own", "command=sh -c 'echo here; sleep 600'", "patience=0.5");
    assertThat(said.out())
        .endsWith(
            "\n$ sh -c echo here; sleep 600\nIt does not end, so it is ended.\noutput: here\n"
                + "Exit code: 137\n");
    assertThat(list(summary, "processes"))
        .filteredOn(each -> each.get("name").toString().startsWith("sh -c"))
        .singleElement()
        .satisfies(each -> assertThat(each.get("exit")).isEqualTo(Map.of("signal", "SIGKILL")));
  }

  @Test
  void whatIsNotThereOrMakesNoSenseIsToldInASentence() throws IOException {
    run("subprocess", "-p", "program=missing");
    assertThat(said.out()).contains("It could not be started: Cannot run program");
    assertThat(list(summary, "processes")).hasSize(1);
    run("subprocess", "-p", "program=own", "command=echo 'half");
    assertThat(said.out())
        .endsWith("It could not be started: the command line has a ' that is not closed.\n");
  }

  @Test
  void theParentWaitsForTheEndOfItsChild() throws IOException {
    run("child-process", "-p", "length=0.05");
    long end = time(process("Child"), "end_ns");
    Map<String, Object> last = list(summary, "output").getLast();
    assertThat(last).containsEntry("text", "Child process end, exit code 0.");
    assertThat((long) last.get("ns")).isGreaterThan(end);
  }

  @Test
  void aWorkerThatCrashesTakesItsTaskWithItAndIsReplaced() throws IOException {
    run("process-pool", "-p", "workers=1", "tasks=3", "crash=1", "longest=0.05");
    assertThat(list(summary, "tasks")).hasSize(3);
    Map<String, Object> lost = list(summary, "tasks").get(1);
    assertThat(lost.get("outcome").toString()).contains("lost").contains("exit code 3");
    Map<String, Object> next = list(summary, "tasks").get(2);
    assertThat(next).containsEntry("outcome", "done");
    assertThat(next.get("pid")).isNotEqualTo(lost.get("pid"));
    assertThat(list(summary, "processes")).hasSize(3);
    assertThat(said.out()).contains("is lost: worker " + lost.get("pid"));
  }

  @Test
  void theResultsOfMapAreInTheOrderOfTheTasks() throws IOException {
    run("process-pool", "-p", "way=map", "tasks=4", "workers=2", "longest=0.1");
    List<String> results =
        said.out().lines().filter(line -> line.startsWith("Result")).map(this::result).toList();
    assertThat(results).containsExactly("0", "1", "4", "9");
  }

  private String result(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  @Test
  void noMessageOfSeveralWritersIsLostOnItsWayToSeveralReaders() throws IOException {
    run(
        "queue-between-processes",
        "-p",
        "values=A,B",
        "writers=2",
        "readers=2",
        "capacity=1",
        "pause=0",
        "reader-pause=0.05",
        "ending=last-word");
    Map<String, Object> queue = list(summary, "queues").getFirst();
    assertThat(queue).containsEntry("lost", 0L).containsEntry("puts", 6L);
    assertThat((long) queue.get("max_depth")).isLessThanOrEqualTo(2);
    List<String> got = said.out().lines().filter(line -> line.startsWith("Get ")).toList();
    assertThat(got)
        .containsExactlyInAnyOrder(
            "Get A from queue.", "Get B from queue.", "Get A2 from queue.", "Get B2 from queue.");
  }

  private Map<String, Object> process(String name) {
    return list(summary, "processes").stream()
        .filter(each -> name.equals(each.get("name")))
        .findFirst()
        .orElseThrow();
  }

  private static long time(Map<String, Object> of, String key) {
    return (long) of.get(key);
  }

  private long bytes(String stream) {
    return list(summary, "pipes").stream()
        .filter(each -> stream.equals(each.get("stream")))
        .mapToLong(each -> (long) each.get("bytes"))
        .sum();
  }

  private void run(String... words) throws IOException {
    Path file = folder.resolve("run.json");
    List<String> line = new ArrayList<>(List.of("run", "--headless"));
    line.addAll(List.of(words));
    line.addAll(List.of("--summary", file.toString()));
    said = Said.by(line.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    summary = JsonTree.summary(file);
  }
}
