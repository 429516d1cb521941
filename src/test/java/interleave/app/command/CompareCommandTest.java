package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String RUNS = "src/test/resources/interleave/file/format-1/";
  private static final String JAVA = RUNS + "java.interleave";
  private static final String PYTHON = RUNS + "python.interleave";
  private static final String LOST = RUNS + "lost.interleave";

  @TempDir Path folder;

  private Path trace(String name, int durationUs) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "[{\"ph\":\"X\",\"pid\":3,\"tid\":4,\"name\":\"work\",\"ts\":10,\"dur\":"
            + durationUs
            + "}]");
  }

  @Test
  void aRunThatIsNotWorseThanItMayBePassesAndOneThatIsDoesNot() throws IOException {
    String before = trace("before.json", 50_000).toString();
    String after = trace("after.json", 60_000).toString();
    Said passed = Said.by("compare", before, after, "--fail-on", "duration=25%");
    assertThat(passed.code()).isZero();
    assertThat(passed.err()).isEmpty();
    assertThat(passed.out())
        .contains("A  before.json", "B  after.json", "took", "50 ms", "60 ms", "+20 %", "work");
    Said failed =
        Said.by(
            "compare",
            before,
            after,
            "--fail-on",
            "duration=10%,deadlocks",
            "--fail-on=lost-updates");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("duration=10%").hasLineCount(1);
    assertThat(Said.by("compare", after, before, "--fail-on", "duration").code()).isZero();
    assertThat(Said.by("compare", before, before).out()).contains("They are alike");
  }

  @Test
  void asJsonItIsAsItsSchemaSaysAlsoOfJavaBesidePython() throws IOException {
    Map<String, Object> schema =
        JsonTree.read(Path.of("src/main/resources/interleave/file/comparison.schema.json"));
    for (String other : List.of(PYTHON, LOST, JAVA)) {
      Said said = Said.by("compare", JAVA, other, "--json", "--align", "match");
      assertThat(said.code()).isZero();
      Map<String, Object> told = JsonTree.read(said.out());
      assertThat(JsonSchema.faults(schema, told)).isEmpty();
      assertThat(JsonTree.map(told, "a")).containsEntry("file", JAVA);
      assertThat(JsonTree.list(told, "differences")).isNotEmpty();
    }
  }

  @Test
  void aPartOfThemIsComparedWhereThatIsAsked() throws IOException {
    String before = trace("before.json", 50_000).toString();
    String after = trace("after.json", 60_000).toString();
    Said part = Said.by("compare", before, after, "--from", "10ms", "--to-time", "20ms", "--all");
    assertThat(part.code()).isZero();
    assertThat(part.out())
        .contains("Of A 10 ms – 20 ms is compared, of B 10 ms – 20 ms.")
        .containsPattern("took +10 ms +10 ms");
    Map<String, Object> schema =
        JsonTree.read(Path.of("src/main/resources/interleave/file/comparison.schema.json"));
    Map<String, Object> told =
        JsonTree.read(Said.by("compare", before, after, "--json", "--from", "40ms").out());
    assertThat(JsonSchema.faults(schema, told)).isEmpty();
    assertThat(JsonTree.map(JsonTree.map(told, "ranges"), "b"))
        .containsEntry("from_ns", 40_000_000L);
    Said none = Said.by("compare", before, after, "--from", "2s");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("it lasts").hasLineCount(1);
  }

  @Test
  void whatCannotBeComparedIsSaidInASentence() {
    assertThat(Said.by("compare", JAVA).code()).isEqualTo(2);
    Said limit = Said.by("compare", JAVA, PYTHON, "--fail-on", "speed=1");
    assertThat(limit.code()).isEqualTo(2);
    assertThat(limit.err()).contains("speed=1", "duration", "lost-updates").hasLineCount(1);
    Said align = Said.by("compare", JAVA, PYTHON, "--align", "middle");
    assertThat(align.code()).isEqualTo(2);
    Said event = Said.by("compare", JAVA, PYTHON, "--align", "event=no such thing");
    assertThat(event.code()).isEqualTo(2);
    assertThat(event.err()).contains("no such thing").hasLineCount(1);
    Said gone = Said.by("compare", JAVA, folder.resolve("gone.interleave").toString());
    assertThat(gone.code()).isEqualTo(3);
    assertThat(gone.err()).contains("gone.interleave").hasLineCount(1);
  }
}
