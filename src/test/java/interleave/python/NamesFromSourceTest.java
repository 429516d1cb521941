package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import org.junit.jupiter.api.Test;

/** Locks, queues and the like are called what the program calls them. */
@BesideOthers
class NamesFromSourceTest {
  @Test
  void aThingIsCalledWhatItIsStoredIn() throws Exception {
    for (var each :
        Pythons.each(Pythons.all(), python -> PythonRun.of(python, "names_from_source.py"))
            .entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.err()).as(version).isEmpty();
      assertThat(run.out()).as(version).isEqualTo("lock, lock@2, Lock 1\n");
    }
  }
}
