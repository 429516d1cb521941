package interleave.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Points at references to methods, and at elements of arrays, where all fields are watched. */
@BesideOthers
class ElementsTest {
  private static Hosted host;

  @BeforeAll
  static void start() throws IOException {
    host = new Hosted("");
    host.run("cells", ""); // in the first run much happens once only
  }

  @AfterAll
  static void end() throws Exception {
    host.close();
  }

  @Test
  void aReferenceToAMethodHasThePointOfItsCall() throws IOException {
    Hosted.Told told = host.run("references", "0");
    assertThat(told.ended()).isEqualTo("done");
    assertThat(told.of("next"))
        .anyMatch(line -> line.startsWith("next\t1\tupdate\t"))
        .anyMatch(line -> line.startsWith("next\t2\tcountdown\t"))
        .anyMatch(line -> line.startsWith("next\t0\tlock\t"));
    assertThat(told.of("next"))
        .filteredOn(line -> line.contains("countdown"))
        .allMatch(line -> line.contains("\tControlledElements.java\t"));
    assertThat(told.printed()).contains("main 0 2 true").contains("A 1");
    assertThat(host.run("references", "1 1 2 2").printed()).contains("main 1 1 true");
  }

  @Test
  void elementsOfAnArrayThatAFieldHoldsAreVariables() throws IOException {
    Hosted.Told lost = host.run("cells", "0 1 2 2 1 2");
    assertThat(lost.of("object"))
        .anyMatch(line -> line.endsWith("\tvariable\tControlledElements.cells[0]"))
        .anyMatch(line -> line.endsWith("\tvariable\tControlledElements.cells[1]"));
    assertThat(lost.of("next"))
        .anyMatch(line -> line.startsWith("next\t1\twrite\t") && line.contains("\t5\t"))
        .anyMatch(line -> line.startsWith("next\t2\twrite\t") && line.contains("\t8\t"));
    assertThat(lost.of("value"))
        .contains("value\tControlledElements.cells[0]\t8", "value\tControlledElements.cells[1]\t1");
    assertThat(host.run("cells", "").printed()).startsWith("13 1");
  }

  @Test
  void anArrayThatLambdasShareIsWatchedAndAnotherIsNot() throws IOException {
    Hosted.Told told = host.run("box", "0 1 2 1");
    assertThat(told.printed()).startsWith("3\n");
    assertThat(told.of("value")).contains("value\tbox[0]\t1");
    assertThat(told.of("object")).noneMatch(line -> line.contains("mine"));
  }

  @Test
  void arraysOfArraysAreWatchedThroughAndThrough() throws IOException {
    Hosted.Told told = host.run("flags", "1 1 1");
    assertThat(told.printed()).startsWith("true");
    assertThat(told.of("object"))
        .anyMatch(line -> line.endsWith("\tControlledElements.flags[1]"))
        .anyMatch(line -> line.endsWith("\tControlledElements.flags[1][0]"));
    assertThat(told.of("did")).contains("did\t0\ttrue");
    assertThat(host.run("flags", "0").printed()).startsWith("false");
  }

  @Test
  void whoeverSpinsLetsOthersGoOn() throws IOException {
    Hosted.Told told = host.run("spin", "1 1 1 1 1 1");
    assertThat(told.ended()).isEqualTo("done");
    assertThat(told.of("next")).anyMatch(line -> line.startsWith("next\t1\tspin\t"));
    assertThat(told.of("told")).anyMatch(line -> line.contains("\tspins\t"));
    assertThat(told.of("step")).hasSizeLessThan(40);
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      Hosted.Told orders = host.ask("compareAndSet", able -> able.get(random.nextInt(able.size())));
      assertThat(orders.ended()).isEqualTo("done");
      assertThat(orders.printed()).isEqualTo("balance 2");
    }
  }

  @Test
  void threadsThatGoRoundForEverAreALivelock() throws IOException {
    assertThat(host.run("polite", "0 1 2 1 2").ended()).startsWith("livelock\t");
    assertThat(host.run("polite", "").ended()).isEqualTo("done");
  }
}
