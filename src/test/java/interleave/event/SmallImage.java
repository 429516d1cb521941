package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What looks like a Java without java.instrument; its command tells the options it would take. */
public final class SmallImage {
  private SmallImage() {}

  /** Makes one in that folder and returns its command. */
  public static Path java(Path image) throws IOException {
    Files.createDirectories(image.resolve("lib"));
    Files.createDirectories(image.resolve("bin"));
    Files.createFile(image.resolve("lib/modules"));
    Path java = image.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho \"options: $JAVA_TOOL_OPTIONS\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return java;
  }
}
