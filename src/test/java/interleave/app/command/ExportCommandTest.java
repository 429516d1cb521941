package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.KnownExports;
import interleave.exchange.KnownFormats;
import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import interleave.program.source.SavedSources;
import interleave.program.source.SourceText;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(export(RUN, out("run.json").toString(), "--as", "jpg").err())
        .contains("“jpg”", ".json");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsExportedIsNotWrittenOver() throws IOException {
    Path run = Files.copy(Path.of(RUN), out("run.interleave"));
    String again = folder.resolve(".").resolve("run.interleave").toString();
    Said said = export(run.toString(), again, "--to-time", "1us");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("another name").hasLineCount(1);
    assertThat(run).hasSameBinaryContentAs(Path.of(RUN));
  }

  @Test
  void toStandardOutputTheFormatIsSaid() {
    assertThat(export(RUN, "-").code()).isEqualTo(2);
    assertThat(export(RUN, "-", "--as", "json").out()).startsWith("{").endsWith("]}\n");
  }

  @Test
  void ofADumpWhichIsOneMomentAStretchThatHasItIsNotRefused() {
    String dump = "src/test/resources/interleave/exchange/dump/jstack-le-17.txt";
    Said said = export(dump, out("d.interleave").toString(), "--from", "0");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(export(dump, out("e.json").toString(), "--from", "1s").code()).isEqualTo(2);
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
    assertThat(export(RUN, "-", "--as", "json", "--from", "2x").err()).contains("“2x”");
    assertThat(export(RUN, "-", "--as", "json", "--from", "2h").err()).contains("it lasts");
    assertThat(export(RUN, "-", "--as", "json", "--from", "2ms", "--to-time", "1ms").err())
        .contains("1ms is not behind 2ms");
    assertThat(export(RUN, "-", "--as", "json", "--from", "900s").err()).contains("it lasts");
    String early = export(RUN, "-", "--as", "json", "--to-time", "1us").out();
    assertThat(early.length()).isLessThan(all.length());
  }

  @Test
  void allOfARecordingAndAPartOfItKeepTheSourcesThatAreInIt() throws IOException {
    Path withSources = out("with.interleave");
    try (OpenedRecording opened = KnownFormats.ALL.open(Path.of(RUN), Progress.UNHEARD)) {
      List<FurtherEntry> sources =
          List.of(
              entry("sources", "sources/talk.py\t/home/me/talk.py\n"),
              entry("sources/talk.py", "print(1)\n"));
      opened.saveAnew(KnownFormats.ALL, withSources, sources, Progress.UNHEARD);
    }
    Path all = out("all.interleave");
    Path part = out("part.interleave");
    assertThat(export(withSources.toString(), all.toString()).code()).isZero();
    assertThat(export(withSources.toString(), part.toString(), "--to-time", "1ms").code()).isZero();
    for (Path each : List.of(all, part)) {
      try (OpenedRecording opened = KnownFormats.ALL.open(each, Progress.UNHEARD)) {
        assertThat(SavedSources.of(opened).all().stream().map(SourceText::text))
            .containsExactly("print(1)\n");
      }
    }
  }

  private static FurtherEntry entry(String name, String text) {
    return new FurtherEntry() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
        to.write(StandardCharsets.UTF_8.encode(text));
      }
    };
  }

  @Test
  void oneDumpLastsNoTimeAndIsExported() {
    String dump = "src/test/resources/interleave/exchange/dump/jstack-le-17.txt";
    assertThat(export(dump, "-", "--as", "json").out()).contains("\"thread_name\"");
    assertThat(export(dump, out("dump.svg").toString()).code()).isZero();
    assertThat(export(dump, "-", "--as", "json", "--from", "1s").err()).contains("it lasts");
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
  void aRunLeavesAsAFigureAsItIsWanted() throws IOException {
    Path svg = out("run.svg");
    String[] wanted = {
      "--width", "160mm", "--theme", "grey", "--without", "overview,tableau", "--with", "footer"
    };
    assertThat(export(RUN, svg.toString(), wanted).code()).isZero();
    assertThat(Files.readString(svg))
        .contains("width=\"160mm\"", "@font-face", "Interleave 0.1.0")
        .doesNotContain("Stage");
    Path pdf = out("run.pdf");
    assertThat(export(RUN, pdf.toString(), "--page", "a4").code()).isZero();
    assertThat(pdf).binaryContent().startsWith('%', 'P', 'D', 'F', '-', '1', '.', '6');
    String some = export(RUN, "-", "--as", "svg", "--to-time", "1us", "--lanes", "ma*").out();
    assertThat(some).startsWith("<?xml").contains(">main<");
    assertThat(export(RUN, "-", "--as", "gif", "--seconds", "0.5", "--fps", "4").out())
        .startsWith("GIF89a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--theme red           | one of light, dark, grey",
        "--width wide          | number of px or mm",
        "--scale 5             | from 1 to 4",
        "--without head        | one of title, overview",
        "--page a3             | one of figure, a4",
        "--fps 1000            | from 1 to 30",
        "--seconds 0           | from 0.5 to 120"
      })
  void aFigureThatCannotBeMadeIsRefused(String wanted, String said) {
    Said refused = export(RUN, out("run.svg").toString(), wanted.strip().split(" "));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(said).hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void optionsOfFiguresAreRefusedForOtherFormats() {
    Said refused = export(RUN, out("run.json").toString(), "--theme", "dark");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("options of figures");
  }

  @Test
  void aWebPageHasArrowsOfOrderWhereTheyAreAskedFor() throws IOException {
    Path with = out("with.html");
    Path without = out("without.html");
    Path usual = out("usual.html");
    assertThat(export(RUN, with.toString(), "--with", "order").code()).isZero();
    assertThat(export(RUN, without.toString(), "--without", "order").code()).isZero();
    assertThat(export(RUN, usual.toString()).code()).isZero();
    assertThat(Files.size(with)).isGreaterThan(Files.size(usual));
    assertThat(without).hasSameTextualContentAs(usual);
    Said refused = export(RUN, with.toString(), "--with", "order,footer");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("options of figures");
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    assertThat(export(RUN, out("no/such.json").toString()).code()).isEqualTo(2);
    assertThat(export("no.interleave", out("run.json").toString()).code()).isEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }
}
