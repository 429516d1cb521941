package interleave.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** By what a program is known to be Python where nobody says so. */
public final class PythonDetection {
  private static final int LONGEST_FIRST_LINE = 256;

  private PythonDetection() {}

  /** Whether a file of that name is Python. */
  public static boolean isScriptName(String name) {
    return name.endsWith(".py") || name.endsWith(".pyw") || name.endsWith(".pyz");
  }

  /**
   * A file that is named like a script or begins like one, or a folder that can be run as a script.
   */
  public static boolean isScript(String name) {
    try {
      Path path = Path.of(name);
      return isScriptName(name)
          || Files.isRegularFile(path.resolve("__main__.py"))
          || (Files.isRegularFile(path) && callsPython(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** {@code #!/usr/bin/env python3} and the like. */
  private static boolean callsPython(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String begin = new String(in.readNBytes(LONGEST_FIRST_LINE), StandardCharsets.ISO_8859_1);
      return begin.startsWith("#!") && begin.lines().findFirst().orElse("").contains("python");
    } catch (IOException e) {
      return false;
    }
  }
}
