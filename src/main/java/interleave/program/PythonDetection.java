package interleave.program;

import interleave.app.command.RunArguments;
import interleave.view.session.Program;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** By what a program is known to be Python where nobody says so. */
public final class PythonDetection {
  private static final int LONGEST_FIRST_LINE = 256;

  private PythonDetection() {}

  /**
   * A file that is named like a script or begins like one, or a folder that can be run as a script.
   */
  public static boolean isScript(String name) {
    try {
      Path path = Path.of(name);
      return Program.Own.isScript(name)
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

  /**
   * Whether {@code -m} means Python. It means Java where the name has a slash, where anything is
   * given that only Java takes, or where the JDK has a module of that name: any other module of
   * Java needs a path to be found on.
   */
  public static boolean isModule(RunArguments asked) {
    String name = String.valueOf(asked.module());
    if (asked.isPython() && name.indexOf('/') < 0) {
      return true;
    }
    boolean java =
        name.indexOf('/') >= 0
            || asked.java() != null
            || asked.modulePath() != null
            || !asked.parameters().isEmpty()
            || !asked.classPath().isEmpty()
            || !asked.options().isEmpty()
            || !asked.watched().isEmpty()
            || ModuleFinder.ofSystem().find(name).isPresent();
    return !java;
  }
}
