package interleave.app.window;

import interleave.view.program.ProgramForm;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers from one time to the next, in a small text file. A file that is damaged
 * or cannot be read counts as none; one that cannot be written is not worth a word to the user.
 */
public final class WindowSettings {
  private static final int MOST_RECENT = 10;
  private static final long LARGEST_FILE = 512 * 1024;

  private final Path file;
  private final Properties values = new Properties();

  private WindowSettings(Path file) {
    this.file = file;
  }

  /** The settings in that file. */
  public static WindowSettings in(Path file) {
    WindowSettings settings = new WindowSettings(file);
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          settings.values.load(reader);
        }
      }
    } catch (IOException | IllegalArgumentException _) {
      settings.values.clear();
    }
    return settings;
  }

  /** Where settings are kept on this system. */
  public static Path file(String system, UnaryOperator<@Nullable String> environment, Path home) {
    String lower = system.toLowerCase(Locale.ROOT);
    Path folder;
    String roaming = environment.apply("APPDATA");
    String xdg = environment.apply("XDG_CONFIG_HOME");
    if (lower.startsWith("windows") && roaming != null && !roaming.isBlank()) {
      folder = Path.of(roaming).resolve("Interleave");
    } else if (lower.startsWith("mac")) {
      folder = home.resolve("Library").resolve("Application Support").resolve("Interleave");
    } else if (xdg != null && Path.of(xdg).isAbsolute()) {
      folder = Path.of(xdg).resolve("interleave");
    } else {
      folder = home.resolve(".config").resolve("interleave");
    }
    return folder.resolve("window.properties");
  }

  /** The folder beside the settings in which recordings of the user's own programs are kept. */
  public Path recordings() {
    return file.resolveSibling("recordings");
  }

  /** The folder beside the settings in which what was written for exercises is kept. */
  Path exercises() {
    return file.resolveSibling("exercises");
  }

  /** Whether the sources of the user's own programs are kept in recordings. */
  public synchronized boolean keepsSources() {
    return !text("sources", "").equals("left-out");
  }

  public synchronized void keepsSources(boolean keeps) {
    put("sources", keeps ? "kept" : "left-out");
  }

  /** Whether the stacks of programs are sampled that are run from the window. */
  public synchronized boolean samples() {
    return text("samples", "").equals("on");
  }

  public synchronized void samples(boolean on) {
    put("samples", on ? "on" : "off");
  }

  public synchronized String text(String name, String otherwise) {
    return values.getProperty(name, otherwise);
  }

  /** A number within bounds; {@code otherwise} where there is none or it is none. */
  public synchronized double number(String name, double otherwise, double least, double most) {
    try {
      double value = Double.parseDouble(values.getProperty(name, ""));
      return value >= least && value <= most ? value : otherwise;
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  public synchronized void put(String name, String value) {
    values.setProperty(name, value);
  }

  public synchronized void put(String name, double value) {
    values.setProperty(name, Long.toString(Math.round(value)));
  }

  /** Recordings that were opened, saved or kept, newest first; only those that are still there. */
  public synchronized List<Path> recent() {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < MOST_RECENT; i++) {
      String name = values.getProperty("recent." + i);
      if (name != null && name.indexOf('\0') < 0 && Files.isRegularFile(Path.of(name))) {
        files.add(Path.of(name));
      }
    }
    return files;
  }

  public synchronized void remember(Path recording) {
    Path whole = recording.toAbsolutePath().normalize();
    List<Path> files = new ArrayList<>(recent());
    files.remove(whole);
    files.addFirst(whole);
    for (int i = 0; i < MOST_RECENT; i++) {
      values.remove("recent." + i);
      if (i < files.size()) {
        values.setProperty("recent." + i, files.get(i).toString());
      }
    }
  }

  /** No longer offers a recording; the file stays where it is. */
  public synchronized void forget(Path recording) {
    List<Path> files = new ArrayList<>(recent());
    files.remove(recording);
    for (int i = 0; i < MOST_RECENT; i++) {
      values.remove("recent." + i);
    }
    files.reversed().forEach(this::remember);
  }

  /** Programs of the user's own as they were typed, the one that was run last first. */
  public synchronized List<ProgramForm> programs() {
    List<ProgramForm> programs = new ArrayList<>();
    for (int i = 0; i < MOST_RECENT; i++) {
      ProgramForm form = typed("program." + i + ".");
      if (!form.target().isBlank()) {
        programs.add(form);
      }
    }
    return programs;
  }

  public synchronized void remember(ProgramForm program) {
    List<ProgramForm> programs = new ArrayList<>(programs());
    programs.remove(program);
    programs.addFirst(program);
    write(programs);
  }

  public synchronized void forget(ProgramForm program) {
    List<ProgramForm> programs = new ArrayList<>(programs());
    programs.remove(program);
    write(programs);
  }

  private void write(List<ProgramForm> programs) {
    for (int i = 0; i < MOST_RECENT; i++) {
      write("program." + i + ".", i < programs.size() ? programs.get(i) : ProgramForm.EMPTY);
    }
  }

  /** What stands in the dialog for a program, whether it was run or not. */
  public synchronized ProgramForm draft() {
    return typed("draft.");
  }

  public synchronized void draft(ProgramForm typed) {
    write("draft.", typed);
  }

  private ProgramForm typed(String prefix) {
    Map<String, String> typed = new HashMap<>();
    for (String name : values.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        typed.put(name.substring(prefix.length()), values.getProperty(name));
      }
    }
    return ProgramForm.of(typed);
  }

  private void write(String prefix, ProgramForm form) {
    values.keySet().removeIf(name -> name.toString().startsWith(prefix));
    form.typed().forEach((name, text) -> values.setProperty(prefix + name, text));
  }

  /** Writes the file, as a whole or not at all. */
  public synchronized void save() {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        for (Map.Entry<Object, Object> entry : new java.util.TreeMap<>(values).entrySet()) {
          Properties one = new Properties();
          one.put(entry.getKey(), entry.getValue());
          java.io.StringWriter text = new java.io.StringWriter();
          one.store(text, null);
          writer.write(
              text.toString().lines().filter(line -> !line.startsWith("#")).findFirst().orElse(""));
          writer.write('\n');
        }
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException _) {
      // The window then looks as it did the time before.
    }
  }
}
