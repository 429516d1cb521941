package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the installer tells the system of types of files. */
class FileTypesTest {
  private static List<Properties> types() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("jpackage"))) {
      return files
          .filter(file -> file.toString().endsWith(".association"))
          .map(FileTypesTest::read)
          .toList();
    }
  }

  private static Properties read(Path file) {
    Properties type = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      type.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return type;
  }

  @Test
  void onlyWhatIsOpenedAndOursOrOneToolsIsOurs() throws IOException {
    assertThat(types()).hasSizeGreaterThan(2);
    for (Properties type : types()) {
      assertThat(type.stringPropertyNames())
          .containsExactlyInAnyOrder("extension", "mime-type", "description");
      for (String extension : type.getProperty("extension").split(" ", -1)) {
        assertThat(KnownFormats.ALL.suffixes()).contains("." + extension);
        assertThat(List.of("json", "txt", "log", "gz", "zip", "out")).doesNotContain(extension);
      }
    }
    String recipe = Files.readString(Path.of("jpackage/Image.java"));
    assertThat(recipe).contains("\"interleave\", \"perfetto\", \"flight-recording\"");
  }
}
