package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.LaneChoice;
import interleave.exchange.export.part.PartFormat;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.program.annotation.AnnotatedOrigin;
import interleave.program.annotation.KeptAnnotations;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said of another tool's file is said of what it was saved as. */
class KeptProblemsTest {
  private static final String SLICE =
      "[{\"ph\":\"X\",\"name\":\"a\",\"pid\":1,\"tid\":1,\"ts\":1,\"dur\":5},";
  private static final String UNDRAWN = SLICE + "{\"ph\":\"N\",\"name\":\"o\",\"id\":1,\"ts\":2}]";
  private static final String TORN = SLICE + "{\"ph\":\"X\",\"na";

  @TempDir Path folder;

  private record Seen(List<String> problems, boolean incomplete) {
    private static Seen of(Path file) throws IOException {
      try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
        Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
        assertThat(timeline.problems()).isEqualTo(opened.problems());
        assertThat(timeline.incomplete()).isEqualTo(opened.isIncomplete());
        return new Seen(opened.problems(), opened.isIncomplete());
      }
    }
  }

  private Path saved(Path from, String name) throws IOException {
    Path to = folder.resolve(name);
    try (OpenedRecording opened = KnownFormats.ALL.open(from, Progress.UNHEARD)) {
      opened.save(
          KnownFormats.ALL,
          to,
          OpenedTimeline.of(opened, Progress.UNHEARD).entries(),
          Progress.UNHEARD);
    }
    return to;
  }

  private Path exported(Path from, boolean whole) throws IOException {
    Path to = folder.resolve("exported.interleave");
    try (OpenedRecording opened = KnownFormats.ALL.open(from, Progress.UNHEARD)) {
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      Excerpt all =
          AnnotatedOrigin.whole(
              timeline, opened.manifest(), KeptAnnotations.of(opened), opened::recording);
      TimeRange half = new TimeRange(timeline.start(), timeline.start() + 2000);
      new PartFormat().save(whole ? all : all.in(half), to, Progress.UNHEARD);
    }
    return to;
  }

  private Path written(String trace) throws IOException {
    return Files.write(folder.resolve("trace.json"), trace.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNotDrawnIsToldAgainOfTheSavedRecording() throws IOException {
    Path trace = written(UNDRAWN);
    Seen first = Seen.of(trace);

    assertThat(first.problems()).hasSize(1);
    assertThat(first.incomplete()).isFalse();
    Path saved = saved(trace, "once.interleave");
    assertThat(Seen.of(saved)).isEqualTo(first);
    assertThat(Seen.of(saved(saved, "twice.interleave"))).isEqualTo(first);
    assertThat(Seen.of(exported(saved, true))).isEqualTo(first);
  }

  @Test
  void aTornFileStaysOneOfWhichSomeIsMissing() throws IOException {
    Path trace = written(TORN);
    Seen first = Seen.of(trace);

    assertThat(first.problems()).hasSize(1);
    assertThat(first.incomplete()).isTrue();
    assertThat(Seen.of(saved(trace, "once.interleave"))).isEqualTo(first);
    assertThat(Seen.of(exported(trace, true))).isEqualTo(first);
  }

  @Test
  void aPartTellsItToo() throws IOException {
    Path trace = written(UNDRAWN);
    Seen part = Seen.of(exported(trace, false));

    assertThat(part.problems()).containsAll(Seen.of(trace).problems());
    assertThat(part.incomplete()).isTrue();
  }

  @Test
  void ofAPartItIsNotToldThatWhatWasLeftOutNeverLeft() throws IOException {
    Path trace =
        written(
            SLICE
                + """
                {"ph":"X","name":"b","pid":1,"tid":2,"ts":1,"dur":5},
                {"ph":"s","name":"f","id":7,"pid":1,"tid":1,"ts":2},
                {"ph":"f","name":"f","id":7,"pid":1,"tid":2,"ts":3,"bp":"e"}]
                """);
    Path part = folder.resolve("part.interleave");
    try (OpenedRecording opened = KnownFormats.ALL.open(trace, Progress.UNHEARD)) {
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      assertThat(timeline.problems()).isEmpty();
      assertThat(timeline.flows().size()).isEqualTo(1);
      Excerpt all =
          AnnotatedOrigin.whole(
              timeline, opened.manifest(), KeptAnnotations.of(opened), opened::recording);
      LaneChoice second = LaneChoice.of(List.of(1));
      new PartFormat().save(all.of(second), part, Progress.UNHEARD);
    }

    assertThat(Seen.of(part).problems())
        .singleElement()
        .asString()
        .startsWith("This is a part of a recording");
  }

  @Test
  void aFileThatAnotherToolHasPackedAnewTellsItToo() throws IOException {
    Path trace = written(TORN);
    Path saved = saved(trace, "saved.interleave");
    Path deflated = folder.resolve("deflated.interleave");
    try (ZipFile from = new ZipFile(saved.toFile());
        OutputStream out = Files.newOutputStream(deflated);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry each : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(each.getName()));
        try (InputStream in = from.getInputStream(each)) {
          in.transferTo(to);
        }
      }
    }

    assertThat(Seen.of(deflated)).isEqualTo(Seen.of(trace));
  }
}
