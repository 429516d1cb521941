package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.KnownExports;
import interleave.exchange.KnownFormats;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final String RUN = "src/test/resources/interleave/file/format-1/java.interleave";

  @TempDir Path folder;

  private Said export(String from, String to, String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "export";
    args[1] = from;
    args[2] = "--to";
    args[3] = to;
    System.arraycopy(more, 0, args, 4, more.length);
    return Said.by(args);
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  @Test
  void theEndingTellsTheFormat() throws IOException {
    Path out = out("run.json");
    assertThat(export(RUN, out.toString())).isEqualTo(new Said(0, out + " is written.\n", ""));
    assertThat(Files.readString(out)).contains("\"thread_name\"", "\"ph\":\"X\"");
  }

  @Test
  void anEndingThatIsNoneIsRefusedWithThoseThereAre() {
    Said said = export(RUN, out("run.xyz").toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains(KnownExports.ALL.suffixes()).hasLineCount(1);
    assertThat(export(RUN, out("run.json").toString(), "--as", "png").err())
        .contains("“png”", ".json");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void toStandardOutputTheFormatIsSaid() {
    assertThat(export(RUN, "-").code()).isEqualTo(2);
    assertThat(export(RUN, "-", "--as", "json").out()).startsWith("{").endsWith("]}\n");
  }

  @Test
  void aStretchAndSomeThreadsLeaveAlone() {
    String all = export(RUN, "-", "--as", "json").out();
    String some = export(RUN, "-", "--as", "json", "--lanes", "ma*").out();
    assertThat(some.length()).isLessThan(all.length());
    assertThat(some).contains("\"main\"");
    assertThat(export(RUN, "-", "--as", "json", "--lanes", "nobody").err())
        .contains("nobody")
        .hasLineCount(1);
    assertThat(export(RUN, "-", "--as", "json", "--from", "2h").err()).contains("“2h”");
    assertThat(export(RUN, "-", "--as", "json", "--from", "900s").err()).contains("it lasts");
    String early = export(RUN, "-", "--as", "json", "--to-time", "1us").out();
    assertThat(early.length()).isLessThan(all.length());
  }

  @Test
  void onlyWhatWasSelectedWhenItWasSaved() throws IOException {
    assertThat(export(RUN, "-", "--as", "json", "--only-selection").err())
        .contains("--from and --to-time")
        .hasLineCount(1);
    Path selected = out("selected.interleave");
    try (OpenedRecording opened = KnownFormats.ALL.open(Path.of(RUN), Progress.UNHEARD)) {
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      TimeRange range = new TimeRange(timeline.start(), timeline.start() + 1_000_000);
      Annotations asked = Annotations.NONE.withRange(Optional.of(range));
      opened.saveAnew(
          KnownFormats.ALL, selected, List.of(new KeptAnnotations(() -> asked)), Progress.UNHEARD);
    }
    assertThat(export(selected.toString(), "-", "--as", "json", "--only-selection").out())
        .isEqualTo(export(selected.toString(), "-", "--as", "json", "--to-time", "1ms").out());
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    assertThat(export(RUN, out("no/such.json").toString()).code()).isEqualTo(2);
    assertThat(export("no.interleave", out("run.json").toString()).code()).isEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }
}
