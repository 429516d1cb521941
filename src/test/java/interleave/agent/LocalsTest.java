package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.LocalValues;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of thread-locals and scoped values. */
class LocalsTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(LocalValues.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(LocalValues.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  /**
   * {@code LOCAL_SET Alice}, of one thread; a value that was not written down again is {@code -}.
   */
  private static List<String> told(String local, String thread) {
    int id = run.thread(thread);
    return run.about(local).stream()
        .filter(event -> event.thread() == id)
        .map(event -> event.kind() + " " + (event.text() == null ? "-" : event.text()))
        .toList();
  }

  @Test
  void eachThreadTellsOfItsOwnValue() {
    assertThat(told("LocalValues.student", "main"))
        .containsExactly(
            "LOCAL_SET Alice", "LOCAL_GET -", "LOCAL_GET -", "LOCAL_REMOVED -", "LOCAL_GET null");
    assertThat(told("LocalValues.student", "child"))
        .containsExactly("LOCAL_GET null", "LOCAL_SET Bob", "LOCAL_GET -");
  }

  @Test
  void valuesThatWereThereBeforeAreToldWhenTheyAreRead() {
    assertThat(told("LocalValues.family", "child")).containsExactly("LOCAL_GET Smith");
    assertThat(told("LocalValues.own", "main")).containsExactly("LOCAL_GET first");
    assertThat(told("LocalValues.counter", "main"))
        .containsExactly("LOCAL_GET 42", "LOCAL_GET -", "LOCAL_SET 43");
  }

  @Test
  void nothingOfTheProgramIsAskedWhatItIs() {
    assertThat(told("LocalValues.rude", "main")).containsExactly("LOCAL_SET Rude", "LOCAL_GET -");
  }

  @Test
  void scopesAreToldAsTheyBeginAndEndInAStack() {
    assertThat(told("LocalValues.scoped", "main"))
        .containsExactly(
            "LOCAL_SET outer",
            "LOCAL_GET -",
            "LOCAL_SET inner",
            "LOCAL_GET -",
            "LOCAL_REMOVED -",
            "LOCAL_GET outer",
            "LOCAL_REMOVED -",
            "LOCAL_SET called",
            "LOCAL_GET -",
            "LOCAL_REMOVED -",
            "LOCAL_SET thrown",
            "LOCAL_REMOVED -");
    assertThat(told("LocalValues.depth", "main"))
        .containsExactly(
            "LOCAL_SET 1", "LOCAL_GET -", "LOCAL_GET -", "LOCAL_GET -", "LOCAL_REMOVED -");
  }
}
