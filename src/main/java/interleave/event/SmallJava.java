package interleave.event;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Java that was put together without the module {@code java.instrument}, as {@code jlink} and
 * {@code jpackage} do: it takes no agent, and does not start at all where its environment names
 * one. Such a Java runs untraced.
 */
public final class SmallJava {
  /** Programs that start what stands behind them on their command line. */
  private static final Set<String> STARTERS =
      Set.of(
          "sh", "bash", "dash", "zsh", "ksh", "ash", "busybox", "env", "nice", "nohup", "timeout",
          "setsid", "stdbuf", "time", "xargs", "exec", "sudo");

  private static final String[] AGENT_LIBRARIES = {
    "lib/libinstrument.so", "lib/libinstrument.dylib", "bin/instrument.dll"
  };

  /** Where a program keeps its Java, seen from the folder that the program's own folder is in. */
  private static final String[] HOMES = {
    "", "lib/runtime", "runtime", "jre", "runtime/Contents/Home"
  };

  private static final int LONGEST_SCRIPT = 64 * 1024;
  private static final int MOST_WORDS = 2000;

  private final Map<String, String> environment;
  private final @Nullable Path directory;

  /** As seen by what is started with that environment, in {@code directory} or in ours. */
  public SmallJava(Map<String, String> environment, @Nullable Path directory) {
    this.environment = environment;
    this.directory = directory;
  }

  /** The folder of the small Java that {@code command} starts; null where it starts none we see. */
  public @Nullable Path of(List<String> command) {
    Path program = find(command.getFirst());
    Path home = program == null ? null : homeOf(program);
    if (home == null && program != null) {
      home = within(scriptIn(program));
    }
    String first = command.getFirst();
    if (home == null && STARTERS.contains(first.substring(first.lastIndexOf('/') + 1))) {
      for (String each : command.subList(1, command.size())) {
        home = home == null ? within(each) : home;
      }
    }
    return home;
  }

  /** Looks at the words of a command for a shell, or of a script. */
  private @Nullable Path within(String text) {
    int words = 0;
    for (String each : text.split("[\\s;&|()'\"`<>=]+", MOST_WORDS)) {
      boolean java = each.equals("java") || each.endsWith("/java");
      Path program = words++ == 0 || java || each.startsWith("/") ? find(expanded(each)) : null;
      Path home = program == null ? null : homeOf(program);
      if (home != null) {
        return home;
      }
    }
    return null;
  }

  private String expanded(String word) {
    String home = environment.get("JAVA_HOME");
    return home == null ? word : word.replace("${JAVA_HOME}", home).replace("$JAVA_HOME", home);
  }

  private @Nullable Path find(String program) {
    try {
      if (program.indexOf('/') >= 0) {
        Path path = directory == null ? Path.of(program) : directory.resolve(program);
        return Files.isRegularFile(path) ? path : null;
      }
      String path = environment.get("PATH");
      for (String each :
          path == null || program.isEmpty() ? new String[0] : path.split(File.pathSeparator)) {
        Path found = Path.of(each, program);
        if (Files.isExecutable(found) && Files.isRegularFile(found)) {
          return found;
        }
      }
    } catch (InvalidPathException e) {
      // Then nobody can start it.
    }
    return null;
  }

  /** The home of the small Java that {@code program} is, or comes with; null for none. */
  private static @Nullable Path homeOf(Path program) {
    try {
      List<Path> folders = new ArrayList<>();
      for (Path each : List.of(program.toAbsolutePath(), program.toRealPath())) {
        Path folder = each.getParent();
        if (folder != null && folder.getParent() != null) {
          folders.add(folder.getParent());
        }
      }
      for (Path folder : folders) {
        for (String each : HOMES) {
          Path home = folder.resolve(each);
          if (Files.isRegularFile(home.resolve("lib/modules"))) {
            return takesAgents(home) ? null : home.normalize();
          }
        }
      }
    } catch (IOException e) {
      // It is gone.
    }
    return null;
  }

  private static boolean takesAgents(Path home) {
    for (String each : AGENT_LIBRARIES) {
      if (Files.exists(home.resolve(each))) {
        return true;
      }
    }
    return false;
  }

  private static String scriptIn(Path program) {
    try (InputStream in = Files.newInputStream(program)) {
      if (in.read() == '#' && in.read() == '!') {
        return new String(in.readNBytes(LONGEST_SCRIPT), StandardCharsets.ISO_8859_1);
      }
    } catch (IOException e) {
      // It cannot be read, or is none.
    }
    return "";
  }

  /**
   * What remains of the options in {@code JAVA_TOOL_OPTIONS} without our agent; null for nothing.
   */
  public static @Nullable String withoutAgent(@Nullable String options) {
    if (options == null) {
      return null;
    }
    String rest =
        options
            .replaceFirst(
                "(\"-javaagent:[^\"]*interleave-agent\\.jar\""
                    + "|'-javaagent:[^']*interleave-agent\\.jar'"
                    + "|-javaagent:\\S*interleave-agent\\.jar)\\s*",
                "")
            .strip();
    return rest.isEmpty() ? null : rest;
  }
}
