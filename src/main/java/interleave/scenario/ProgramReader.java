package interleave.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which programs a lesson has. */
final class ProgramReader {
  private static final String PROGRAMS = "interleave.scenario.program.";

  /** Beside every program in Python: what a lesson lets its reader change. */
  static final String ARGUMENTS = "arguments.py";

  private final LessonTable lesson;
  private final LessonTable workers;
  private final LessonFiles files;
  private final Origin origin;

  ProgramReader(LessonTable lesson, LessonFiles files, Origin origin) {
    this.lesson = lesson;
    this.workers = lesson.table("workers");
    this.files = files;
    this.origin = origin;
  }

  Optional<JavaCode> java() {
    if (!lesson.has("java")) {
      return Optional.empty();
    }
    LessonTable table = lesson.table("java");
    String program = origin.isOurs() ? table.maybeText("class").orElse("") : "";
    String file = program.isEmpty() ? file(table, "file", ".java") : program + ".java";
    String type = program.isEmpty() ? file.replace(".java", "") : PROGRAMS + program;
    String worker = workers.maybeText("class").orElse("");
    JavaCode code =
        new JavaCode(
            program.isEmpty() ? "" : type,
            file,
            program.isEmpty() ? text(file) : "",
            watched(table, type + "."),
            table.texts("jvm"),
            worker.isEmpty() || !origin.isOurs() ? "" : PROGRAMS + worker);
    table.close();
    return Optional.of(code);
  }

  Optional<PythonCode> python() {
    if (!lesson.has("python")) {
      return Optional.empty();
    }
    LessonTable table = lesson.table("python");
    List<String> names = new ArrayList<>();
    names.add(file(table, "file", ".py"));
    for (String beside : table.texts("beside")) {
      names.add(beside);
      named(table, "beside", beside, ".py");
    }
    names.add(ARGUMENTS);
    PythonCode code =
        new PythonCode(
            names,
            name -> name.equals(ARGUMENTS) ? SourceText.of("python/" + name) : text(name),
            table.texts("observe"),
            watched(table, ""),
            workers.maybeText("file").orElse(""));
    table.close();
    return Optional.of(code);
  }

  private String text(String file) {
    @Nullable String text = files.text(file);
    return text == null ? "" : text;
  }

  private String file(LessonTable table, String key, String ending) {
    String name = table.text(key);
    if (!name.isEmpty()) {
      named(table, key, name, ending);
    }
    return name;
  }

  /** A file of the folder itself, and of no other. */
  private void named(LessonTable table, String key, String name, String ending) {
    if (origin.isOurs()) {
      return; // tests look at ours
    }
    if (!name.endsWith(ending)
        || !name.substring(0, name.length() - ending.length()).matches("[A-Za-z_][A-Za-z0-9_]*")) {
      table.wrong(key, "file", name, ending);
    } else if (name.equals(ARGUMENTS)) {
      table.wrong(key, "file.taken", name);
    } else if (!files.has(name)) {
      table.wrong(key, "file.missing", name);
    }
  }

  /** Names, or tables with the values of parameters that a run must have. */
  private List<Watched> watched(LessonTable table, String type) {
    List<Watched> watched = new ArrayList<>();
    Map<String, String> where = table.table("watch-where").values();
    for (String name : table.texts("watch")) {
      if (!origin.isOurs() && !name.matches("[\\p{L}_$][\\p{L}\\p{N}_$.]*")) {
        table.wrong("watch", "watch", name);
      }
      watched.add(new Watched(name.contains(".") ? name : type + name, where));
    }
    return watched;
  }
}
