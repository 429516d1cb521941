package interleave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Over its standard output the JVM of the tests tells which of them passed, and over its standard
 * input it hears what to do: a program that a test starts has neither.
 */
@BesideOthers
class OwnOutputTest {
  private static final String HANDED_ON =
      "(?s).*(\\.inheritIO\\(\\)|redirect(Output|Input)\\((ProcessBuilder\\.)?(Redirect\\.)?INHERIT).*";

  @Test
  void noTestHandsItsStandardInputOrOutputOn() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java/interleave"))) {
      List<Path> tests = files.filter(it -> it.toString().endsWith("Test.java")).toList();
      assertThat(tests).hasSizeGreaterThan(300).noneMatch(OwnOutputTest::handsOn);
    }
  }

  private static boolean handsOn(Path test) {
    try {
      return Files.readString(test).matches(HANDED_ON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
