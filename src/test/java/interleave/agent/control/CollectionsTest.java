package interleave.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Points at calls on collections and for whole arrays, where all fields are watched. */
class CollectionsTest {
  private static Hosted host;

  @BeforeAll
  static void start() throws IOException {
    host = new Hosted("");
    host.run("stock", ""); // in the first run much happens once only
  }

  @AfterAll
  static void end() throws Exception {
    host.close();
  }

  @Test
  void aMapIsOneThingOfWhichTheKeyIsTold() throws IOException {
    Hosted.Told lost = host.run("stock", "0 1 2 2 1");
    assertThat(lost.printed()).startsWith("1");
    assertThat(lost.of("object"))
        .anyMatch(line -> line.endsWith("\tcollection\tControlledCollections.stock"));
    String number = number(lost, "ControlledCollections.stock");
    assertThat(lost.of("next"))
        .anyMatch(line -> line.startsWith("next\t1\tread\t" + number + "\t[apple]\t"))
        .anyMatch(line -> line.startsWith("next\t2\twrite\t" + number + "\t[apple] = 1\t"));
    assertThat(lost.of("value")).contains("value\tControlledCollections.stock.size()\t1");
    assertThat(host.run("stock", "0 1 1 2").printed()).startsWith("2");
  }

  @Test
  void aMapForSeveralThreadsIsSoByWhateverTypeItIsCalled() throws IOException {
    assertThat(host.run("shared", "0 1 2 2 1").printed()).startsWith("1");
    assertThat(host.run("shared", "0 1 1 2").printed()).startsWith("2");
  }

  @Test
  void anElementThatTwoThreadsAddAtOnceIsLost() throws IOException {
    assertThat(host.run("names", "0 1 1 2").printed()).startsWith("[a, b] 1");
    Hosted.Told lost = host.run("names", "0 1 2 2 1");
    assertThat(lost.printed()).startsWith("[a] 1");
    assertThat(lost.of("object")).noneMatch(line -> line.contains("mine"));
    assertThat(lost.of("next"))
        .anyMatch(line -> line.startsWith("next\t1\tupdate\t"))
        .anyMatch(line -> line.startsWith("next\t1\twrite\t"));
  }

  @Test
  void whoIsInTheMidstOfAListSeesThatItWasModified() throws IOException {
    assertThat(host.run("modified", "0 1 1 1 1 1 1 1").printed()).startsWith("3");
    Hosted.Told failed = host.run("modified", "0 1 1 2 2 1");
    assertThat(failed.ended()).contains("ConcurrentModificationException");
  }

  @Test
  void setsLinkedListsAndRingsAreChangedInTwoSteps() throws IOException {
    assertThat(host.run("kinds", "0 1 1 1 1 1 1 2").printed()).startsWith("2 2 2");
    Hosted.Told lost = host.run("kinds", "0 1 1 1 1 1 2 2 2 2 2 2 1");
    assertThat(lost.printed()).startsWith("2 2 1");
  }

  @Test
  void whatIsInASharedCollectionIsShared() throws IOException {
    Hosted.Told lost = host.run("inner", "0 1 1 2 2 2 1");
    assertThat(lost.of("object")).anyMatch(line -> line.endsWith("\tlists[]"));
    assertThat(lost.printed()).startsWith("{x=[1]}");
  }

  @Test
  void aCollectionThatIsPrintedIsReadBefore() throws IOException {
    assertThat(host.run("written", "0 1 1 2").printed()).startsWith("[]");
    assertThat(host.run("written", "0 1 2 2 1").printed()).startsWith("[b]");
  }

  @Test
  void wholeArraysAreGoneThroughElementByElement() throws IOException {
    assertThat(host.run("fill", "0 1 1 2 2 1").printed()).startsWith("[1, 2, 1]");
    assertThat(host.run("fill", "0 1 1 1 2").printed()).startsWith("[1, 2, 2]");
    assertThat(host.run("arraycopy", "0 1 1 2 2 2 1").printed()).startsWith("[0, 0, 7]");
  }

  private static String number(Hosted.Told told, String name) {
    return told.of("object").stream()
        .filter(line -> line.endsWith("\t" + name))
        .findFirst()
        .orElseThrow()
        .split("\t")[1];
  }
}
