package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.field.WatchedFields;
import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.HookMethods;
import interleave.agent.rewrite.HookRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of families, against the classes it speaks of. */
class FamiliesTest {
  private final Families families = new Families(new WatchedFields("Some.field"));
  private final HookRegistry registry = new HookRegistry(families.families()).withLibraries();

  private List<CallHook> calls() {
    return registry.active().stream().flatMap(family -> family.calls().stream()).toList();
  }

  @Test
  void everyNameThatAFamilyLooksForIsKnownToTheSieve() {
    assertThat(registry.active()).as("families that could be initialised").hasSizeGreaterThan(5);
    assertThat(HookNames.ALL)
        .containsAll(
            calls().stream().flatMap(hook -> HookMethods.sieve(hook).stream()).distinct().toList());
  }

  @Test
  void everyFamilyCanBeInitialised() {
    assertThat(registry.active()).hasSameSizeAs(families.families());
  }

  @Test
  void familiesForALibraryAreMadeReadyOnlyForProgramsThatHaveIt() {
    HookRegistry first = new HookRegistry(families.families());
    assertThat(first.active()).extracting(HookFamily::libraries).containsOnly(new String[0]);
    assertThat(first.active()).hasSizeLessThan(registry.active().size());
  }

  @Test
  void everyHookOfACallExistsWithTheParametersThatTheCallSiteHandsOver() {
    assertThat(calls()).flatMap(HookMethods::missing).isEmpty();
  }

  @Test
  void classesOfWhichFramesAreHiddenExistUnderTheNamesThatTheyAreKnownBy() throws Exception {
    assertThat(families.hiddenFrames()).contains(Families.TASKS);
    for (String each : families.hiddenFrames()) {
      assertThat(Class.forName(each.replace('/', '.'))).isNotNull();
    }
  }
}
