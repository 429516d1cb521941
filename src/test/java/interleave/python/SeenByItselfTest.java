package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a program can see of its functions, locks, exceptions and stacks is what it sees alone. */
@BesideOthers
class SeenByItselfTest {
  private static final String SCRIPT =
      Path.of("src/test/resources/python/seen_by_itself.py").toAbsolutePath().toString();

  @Test
  void aProgramThatLooksAtItselfPrintsTheSameTracedAndUntraced() throws Exception {
    List<Path> pythons = List.of(Pythons.all().getFirst(), Pythons.newest());
    for (Map.Entry<Path, List<PythonRun>> each :
        Pythons.each(pythons, SeenByItselfTest::untracedAndTraced).entrySet()) {
      PythonRun alone = each.getValue().getFirst();
      PythonRun traced = each.getValue().getLast();
      assertThat(alone.events()).isEmpty();
      assertThat(traced.events()).isNotEmpty();
      assertThat(traced.out()).as(each.getKey().toString()).isEqualTo(alone.out());
      assertThat(traced.err()).isEqualTo(alone.err());
      assertThat(traced.exit()).isEqualTo(alone.exit()).isZero();
      assertThat(traced.notes()).isEmpty();
    }
  }

  private static List<PythonRun> untracedAndTraced(Path python) {
    Map<String, String> nothing = Map.of("PYTHONPATH", "", "INTERLEAVE_RECORDING", "");
    return List.of(
        PythonRun.of(python, List.of(SCRIPT), nothing),
        PythonRun.of(python, List.of(SCRIPT), Map.of()));
  }
}
