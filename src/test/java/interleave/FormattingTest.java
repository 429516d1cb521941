package interleave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
@Order(1)
class FormattingTest {
  private static final String GOOD = "package p;\n\nclass Good {}\n";

  @TempDir Path base;
  private Path sources;

  @BeforeEach
  void folders() throws Exception {
    sources = Files.createDirectories(base.resolve("src/main/java/p"));
    Files.writeString(sources.resolve("Good.java"), GOOD);
  }

  @Test
  void allSourcesAreInOrder() throws Exception {
    assertThat(new Formatting(Path.of("")).wanted().keySet())
        .as("mvn -q -Pformat puts them in order")
        .isEmpty();
  }

  @Test
  void aSourceThatIsNotInOrderIsFoundAndPutInOrder() throws Exception {
    Path bad = sources.resolve("Bad.java");
    Files.writeString(bad, "package p;\nimport java.util.List;\nclass Bad{ int a ; }\n");
    Path resource = Files.createDirectories(base.resolve("src/main/resources/java"));
    Files.writeString(resource.resolve("Kept.java"), "class Kept{ }");
    assertThat(new Formatting(base).wanted()).containsOnlyKeys(bad);
    assertThat(new Formatting(base).wanted()).as("asked again").containsOnlyKeys(bad);
    Formatting.main(new String[] {base.toString()});
    assertThat(bad).hasContent("package p;\n\nclass Bad {\n  int a;\n}\n");
    assertThat(new Formatting(base).wanted()).isEmpty();
  }

  @Test
  void aStringThatIsTooLongIsBroken() throws Exception {
    Path bad = sources.resolve("Bad.java");
    Files.writeString(
        bad, "package p;\n\nclass Bad {\n  String s = \"" + "a word ".repeat(20) + "\";\n}\n");
    assertThat(new Formatting(base).wanted().get(bad).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void whatWasInOrderAndChangedIsLookedAtAgain() throws Exception {
    assertThat(new Formatting(base).wanted()).isEmpty();
    Files.writeString(sources.resolve("Good.java"), GOOD.replace("class", "  class"));
    assertThat(new Formatting(base).wanted()).hasSize(1);
  }
}
