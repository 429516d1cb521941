package interleave.exchange.strace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.exchange.OpenedFiles;
import interleave.timeline.PipeTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.PipeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strace recorded of programs in C, Go and Rust here; sums are what awk adds up. */
class StraceFilesTest {
  @TempDir Path folder;

  private static long spent(Timeline timeline, ThreadLane lane, ThreadState state) {
    return lane.spans().nanosIn(state, timeline.start(), timeline.now());
  }

  private static List<Arrow.Kind> arrows(Timeline timeline) {
    return timeline.arrows().stream().map(Arrow::kind).toList();
  }

  @Test
  void processesBeginForkRunOthersAndEnd() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("strace/c.strace");
    Timeline timeline = opened.timeline();
    assertThat(opened.problems()).isEmpty();
    assertThat(timeline.processes())
        .extracting(ProcessTrack::pid)
        .containsExactlyInAnyOrder(32401L, 32402L, 32414L, 32415L);
    assertThat(timeline.processes())
        .extracting(each -> each.exit() == null ? "" : each.exit().show())
        .containsExactlyInAnyOrder("exit 5", "exit 3", "SIGTERM", "exit 0");
    assertThat(timeline.processes())
        .extracting(ProcessTrack::name)
        .containsExactlyInAnyOrder("pipe", "copy of pipe", "copy of pipe", "sh");
    assertThat(timeline.lanes()).hasSize(6);
    assertThat(arrows(timeline))
        .containsExactlyInAnyOrder(
            Arrow.Kind.FORK,
            Arrow.Kind.FORK,
            Arrow.Kind.START_PROCESS,
            Arrow.Kind.START_THREAD,
            Arrow.Kind.START_THREAD,
            Arrow.Kind.TERMINATE);
  }

  @Test
  void threadsAreCalledAsTheFileCallsThemWhereThatDiffersFromTheirProcess() throws IOException {
    OpenedFiles opened =
        OpenedFiles.text(
            folder,
            "named.strace",
            """
            7<app> 1.100000 execve("app", ["app"], 0x7f /* 1 var */) = 0 <0.000010>
            7<app> 1.200000 clone3({flags=CLONE_VM|CLONE_FILES|CLONE_THREAD}, 88) = 8<app> <0.000010>
            8<app> 1.200100 rseq(0x7f) = 0 <0.000010>
            8<io worker> 1.300000 pause() = ? <0.000010>
            """);
    assertThat(opened.problems()).isEmpty();
    assertThat(opened.timeline().lanes()).extracting(ThreadLane::name).contains("io worker");
    assertThat(opened.timeline().processes()).hasSize(1);
  }

  @Test
  void whatAFilterLeftOutIsSaidAndNotInvented() throws IOException {
    OpenedFiles opened =
        OpenedFiles.text(
            folder,
            "failed.strace",
            """
            7 12:00:01 access("/a", R_OK) = -1 ENOENT (No such file or directory) <0.000010>
            8 12:00:01 access("/b", R_OK) = -1 ENOENT (No such file or directory) <0.000010>
            """);
    assertThat(opened.problems())
        .anyMatch(it -> it.startsWith("2 threads were not made by any call in the file"))
        .anyMatch(it -> it.startsWith("The times are whole seconds"))
        .hasSize(2);
  }

  @Test
  void sleepsAndWaitsTakeAsLongAsTheFileSays() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("strace/c.strace");
    Timeline timeline = opened.timeline();
    ThreadLane root = timeline.lanes().getFirst();
    ThreadLane holder = opened.lane("thread 32403");
    ThreadLane waiter = opened.lane("thread 32408");
    assertThat(spent(timeline, root, ThreadState.SLEEPING)).isEqualTo(30_881_000);
    assertThat(spent(timeline, holder, ThreadState.SLEEPING)).isEqualTo(30_133_000);
    assertThat(spent(timeline, waiter, ThreadState.SYNC_WAIT)).isEqualTo(20_758_000 + 3_860_000);
    assertThat(timeline.lanes())
        .allMatch(lane -> spent(timeline, lane, ThreadState.RUNNING) == 0); // nobody tells
  }

  @Test
  void aFutexTellsWhoWokeWhomAndNobodyWhoseItIs() throws IOException {
    Timeline timeline = OpenedFiles.resource("strace/c.strace").timeline();
    assertThat(timeline.locks()).isEmpty();
    assertThat(timeline.synchronizers())
        .allMatch(each -> each.kind() == SynchronizerTrack.Kind.FUTEX);
    int futex =
        timeline.synchronizers().stream()
            .filter(each -> each.name().equals("0x5643a8381140"))
            .findFirst()
            .orElseThrow()
            .index();
    assertThat(Explanation.sentence(timeline, new ThingRef.Synchronizer(futex)))
        .contains("whose lock it is, nobody tells");
    assertThat(timeline.wakes().size()).isEqualTo(2);
  }

  @Test
  void aPipeIsSeenFromBothEnds() throws IOException {
    Timeline timeline = OpenedFiles.resource("strace/c.strace").timeline();
    assertThat(timeline.pipes()).hasSize(2);
    PipeTrack in = pipe(timeline, PipeTrack.Stream.INPUT);
    PipeTrack out = pipe(timeline, PipeTrack.Stream.OUTPUT);
    assertThat(in.bytes()).isEqualTo(12);
    assertThat(out.bytes()).isEqualTo(12);
    assertThat(in.process()).isEqualTo(out.child());
    assertThat(out.process()).isEqualTo(in.child());
    assertThat(in.transfers()).isEqualTo(3);
    assertThat(out.transfers()).isEqualTo(4); // the last met the end
    assertThat(in.closed()).isLessThan(timeline.now());
  }

  @Test
  void aPipeWithTwoEndsHasOneRowFromOneProcessToTheOther() throws IOException {
    Timeline timeline = OpenedFiles.resource("strace/c.strace").timeline();
    PipeTrack in = pipe(timeline, PipeTrack.Stream.INPUT);
    PipeTrack out = pipe(timeline, PipeTrack.Stream.OUTPUT);
    assertThat(PipeText.toldAtTheOtherEnd(timeline)).containsExactly(in.index());
    assertThat(PipeText.title(timeline, out))
        .isEqualTo(PipeText.title(timeline, in))
        .isEqualTo("pipe → copy of pipe");
    assertThat(Explanation.sentence(timeline, new ThingRef.Pipe(out.index())))
        .contains(" read 12 B from a pipe that pipe 32401 wrote to")
        .doesNotContain("standard", "parent");
  }

  private static PipeTrack pipe(Timeline timeline, PipeTrack.Stream stream) {
    return timeline.pipes().stream().filter(p -> p.stream() == stream).findFirst().orElseThrow();
  }

  @Test
  void eachCallIsASliceOfItsName() throws IOException {
    Timeline timeline = OpenedFiles.resource("strace/c.strace").timeline();
    long calls =
        Files.readAllLines(OpenedFiles.path("strace/c.strace")).stream()
            .map(StraceLine::of)
            .filter(
                line ->
                    line.kind() == StraceLine.Kind.CALL || line.kind() == StraceLine.Kind.RESUMED)
            .count();
    assertThat(
            timeline.slices().stream()
                .mapToLong(each -> each.depth() == 0 ? 0 : each.row(0).size())
                .sum())
        .isEqualTo(calls);
  }

  @Test
  void whatIsWrittenToTheTerminalOrInFilesOfEachThreadTellsTheSame() throws IOException {
    OpenedFiles mixed = OpenedFiles.resource("strace/c-yy-stderr.strace");
    OpenedFiles parted = OpenedFiles.of(OpenedFiles.path("strace/ff"));
    OpenedFiles relative = OpenedFiles.resource("strace/c-r.strace");
    for (OpenedFiles opened : List.of(mixed, parted, relative)) {
      assertThat(opened.problems()).isEmpty();
      assertThat(opened.timeline().processes()).hasSize(4);
      assertThat(opened.timeline().lanes()).hasSize(6);
      assertThat(arrows(opened.timeline())).contains(Arrow.Kind.TERMINATE, Arrow.Kind.FORK);
      assertThat(opened.timeline().pipes()).hasSize(2);
    }
    assertThat(parted.timeline().processes().getFirst().pid()).isEqualTo(32522);
  }

  @Test
  void aProgramInGoHasItsThreads() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("strace/go.strace");
    Timeline timeline = opened.timeline();
    assertThat(opened.problems()).isEmpty();
    assertThat(timeline.processes()).hasSize(1);
    assertThat(timeline.processes().getFirst().name()).isEqualTo("gop");
    assertThat(timeline.lanes()).hasSize(4);
    assertThat(arrows(timeline)).containsOnly(Arrow.Kind.START_THREAD).hasSize(3);
  }

  @Test
  void aProgramInRustNamesItsThreadsAndReadsItsChild() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("strace/rust.strace");
    Timeline timeline = opened.timeline();
    assertThat(opened.lane("worker-0").daemon()).isFalse();
    assertThat(opened.lane("worker-1").process()).isZero();
    assertThat(timeline.processes())
        .extracting(ProcessTrack::name)
        .containsExactlyInAnyOrder("rsp", "echo");
    assertThat(pipe(timeline, PipeTrack.Stream.OUTPUT).bytes()).isEqualTo(3); // hi and a line feed
  }

  @Test
  void aLineThatIsCutOffIsToldAsThatAndNotAsOneOfAnotherTool() throws IOException {
    String whole = "7 1700000000.000001 getpid() = 7 <0.000010>\n".repeat(4);
    String last = "7 1700000000.000100 write(1, \"a\", 1) = -1 EAGAIN (Not available) <0.000020>";
    for (String end : List.of("7", ".0001", "wri", "1, ", "(Not a", " <0.0")) {
      String cut = last.substring(0, last.indexOf(end) + end.length());
      assertThat(OpenedFiles.text(folder, "cut.strace", whole + cut).problems())
          .as(cut)
          .containsExactly("cut.strace ends in the middle of line 5: that line is not drawn.");
    }
    assertThat(OpenedFiles.text(folder, "whole.strace", whole + last).problems()).isEmpty();
    OpenedFiles other = OpenedFiles.text(folder, "other.strace", whole + "Segmentation fault");
    assertThat(other.problems())
        .containsExactly("1 event of kind “line that is not of strace” is not drawn.");
  }

  @Test
  void withoutTimesItIsRefused() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.strace"), "12 brk(NULL) = 0x5\n12 pause() = 0\n");
    assertThatThrownBy(() -> OpenedFiles.of(file))
        .hasMessageContaining("has no times")
        .hasMessageContaining("strace -f -ttt -T");
  }
}
