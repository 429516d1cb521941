package interleave.exchange.export.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.trace.ToldTrace;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.sketch.EveryKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromeFormatTest {
  /** Counts what a trace has, and refuses what is not JSON as the standard has it. */
  private static final String COUNTS =
      """
      import json, sys, decimal
      def no(word): raise ValueError(word)
      trace = json.load(open(sys.argv[1], encoding='utf-8'),
                        parse_float=decimal.Decimal, parse_constant=no)
      events = trace['traceEvents']
      for kind in 'XiCsfM': print(kind, sum(e['ph'] == kind for e in events))
      print(int(sum(e.get('dur', 0) * 1000 for e in events)))
      """;

  private static byte[] written(Timeline run, boolean packed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ChromeFormat(packed).write(Excerpts.of(run), out, Progress.UNHEARD);
    return out.toByteArray();
  }

  @Test
  void anotherParserReadsAllThatWasTold(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("run.json");
    Path script = Files.writeString(folder.resolve("counts.py"), COUNTS);
    Timeline run = EveryKind.timeline();
    Files.write(file, written(run, false));
    Process python =
        new ProcessBuilder("python3", script.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    ToldTrace told = ToldTrace.of(Excerpts.of(run));
    long lasted = told.slices.stream().mapToLong(it -> it.end() - it.start()).sum();
    assertThat(said.lines())
        .contains(
            "X " + (told.slices.size() + 2 * told.flows.size()), // its ends stand on something
            "i " + told.instants.size(),
            "C " + told.counts.size(),
            "s " + told.flows.size(),
            "f " + told.flows.size(),
            Long.toString(lasted));
  }

  @Test
  void nanosecondsStayExact() throws IOException {
    assertThat(new String(written(EveryKind.timeline(), false), StandardCharsets.UTF_8))
        .contains("\"ts\":7000.001", "\"displayTimeUnit\":\"ns\"");
  }

  /** trace_processor leaves out an arrow that finds no slice, and binds others to what is over. */
  @Test
  void eachEndOfAnArrowStandsOnSomethingOfItsOwn() throws IOException {
    String text = new String(written(EveryKind.timeline(), false), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    Pattern place = Pattern.compile("\"pid\":\\d+,\"tid\":\\d+|\"ts\":[0-9.]+");
    int ends = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("\"ph\":\"s\"") || lines.get(i).contains("\"ph\":\"f\"")) {
        ends++;
        String before = lines.get(i - 1);
        assertThat(before).contains("\"ph\":\"X\"", "\"cat\":\"interleave.arrow\"", "\"dur\":0,");
        assertThat(found(place, before)).hasSize(2).isEqualTo(found(place, lines.get(i)));
      }
    }
    assertThat(ends).isPositive();
  }

  private static List<String> found(Pattern what, String in) {
    return what.matcher(in).results().map(MatchResult::group).toList();
  }

  @Test
  void twoCountersOfOneNameStayApart() throws IOException {
    Trace trace = new Trace();
    Trace.Process program = trace.process(7, "P");
    Trace.Thread main = program.thread(1, "main");
    int one = program.object(ObjectType.QUEUE, 1, "queue");
    int other = program.object(ObjectType.QUEUE, 2, "queue");
    main.at(1).event(EventKind.THREAD_BEGIN);
    main.at(5).event(EventKind.PUT, 0, one, 1, "a").event(EventKind.PUT, 0, other, 2, "b");
    assertThat(new String(written(trace.end(), false), StandardCharsets.UTF_8).lines())
        .anyMatch(it -> it.contains("\"ph\":\"C\"") && !it.contains("\"id\""))
        .anyMatch(it -> it.contains("\"ph\":\"C\"") && it.contains("\"id\":\"2\""));
  }

  @Test
  void packedItIsTheSame() throws IOException {
    Timeline run = EveryKind.timeline();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(written(run, true)))) {
      assertThat(in.readAllBytes()).isEqualTo(written(run, false));
    }
  }
}
