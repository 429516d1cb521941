package interleave.app;

import interleave.engine.Installation;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.StartException;
import interleave.scenario.Catalogue;
import interleave.scenario.Group;
import interleave.scenario.JavaCode;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Language;
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** What is to be run, as it was named on the command line or chosen in the window. */
sealed interface Target {
  Words WORDS = Words.of("app");

  String title();

  List<String> watched();

  Launch launch(Installation installation) throws StartException;

  /** A scenario of the catalogue, with the values that differ from its defaults. */
  record Lesson(Scenario scenario, Map<String, String> values, List<String> watched)
      implements Target {
    /**
     * What the recording calls the first process, whoever reads it where: where there are several,
     * it is their parent.
     */
    private String name() {
      return scenario.group() == Group.PROCESSES
          ? "Parent"
          : Language.ENGLISH.speaking(scenario::title);
    }

    @Override
    public String title() {
      return scenario.title();
    }

    @Override
    public Launch launch(Installation installation) {
      JavaCode code = scenario.java().orElseThrow();
      List<String> fields = new ArrayList<>(code.watchedFields());
      watched.stream().filter(each -> !fields.contains(each)).forEach(fields::add);
      return installation
          .ownProgram(
              code.mainClass(), code.jvmOptions(), scenario.arguments(ProgramLanguage.JAVA, values))
          .named(name())
          .watching(fields);
    }
  }

  /**
   * A Java program of the user's own.
   *
   * @param name a {@code .jar}, a {@code .java} file, a main class, or {@code
   *     --module=module/main.Class}
   * @param options of the JVM that runs it
   */
  record Own(
      String name,
      List<Path> classPath,
      List<String> options,
      List<String> arguments,
      List<String> watched)
      implements Target {
    static final String MODULE = "--module=";

    @Override
    public String title() {
      return name.substring(
          Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar)) + 1);
    }

    @Override
    public Launch launch(Installation installation) throws StartException {
      if (isFile() && !Files.isRegularFile(Path.of(name))) {
        throw new StartException(WORDS.get("no-file", name));
      }
      return program(installation);
    }

    JavaProgram program(Installation installation) {
      return JavaProgram.of(installation.java(), code())
          .jvmOptions(options)
          .arguments(arguments)
          .watching(watched);
    }

    private boolean isFile() {
      return name.endsWith(".jar") || name.endsWith(".java");
    }

    private JavaProgram.Code code() {
      if (name.startsWith(MODULE)) {
        return new JavaProgram.Code.Module(classPath, name.substring(MODULE.length()));
      }
      if (name.endsWith(".jar")) {
        return new JavaProgram.Code.Jar(Path.of(name));
      }
      return name.endsWith(".java")
          ? new JavaProgram.Code.Source(Path.of(name), classPath)
          : new JavaProgram.Code.Main(classPath, name);
    }
  }

  /** Class names: {@code Main}, {@code a.b.Main$Inner}. */
  Pattern CLASS_NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.$]*");

  /**
   * Finds out what is meant.
   *
   * @throws UsageException when there is no such thing
   */
  static Target of(Asked asked) {
    if (asked.module() != null) {
      return asked.ofModule(asked.module());
    }
    List<String> rest = new ArrayList<>(asked.words());
    Map<String, String> values = asked.values();
    while (!values.isEmpty() && !rest.isEmpty() && Asked.isParameter(rest.getFirst())) {
      Asked.put(values, rest.removeFirst()); // -p a=1 b=2 TARGET
    }
    if (rest.isEmpty()) {
      throw new UsageException(WORDS.get("usage.nothing"));
    }
    String name = rest.removeFirst();
    Optional<Scenario> scenario = Catalogue.find(name);
    if (scenario.isPresent()) {
      return lesson(scenario.get(), values, rest, asked);
    }
    if (!isProgram(name, asked.classPath())) {
      throw new UsageException(unknown(name));
    }
    if (!values.isEmpty()) {
      throw new UsageException(WORDS.get("usage.p.own", name));
    }
    List<String> options = new ArrayList<>();
    if (asked.modulePath() != null) {
      options.addAll(List.of("-p", asked.modulePath()));
    }
    options.addAll(asked.options());
    return new Own(name, asked.classPath(), options, rest, asked.watched());
  }

  private static Target lesson(
      Scenario scenario, Map<String, String> values, List<String> rest, Asked asked) {
    if (!asked.options().isEmpty() || asked.modulePath() != null) {
      throw new UsageException(WORDS.get("usage.own-only"));
    }
    for (String word : rest) {
      if (!Asked.isParameter(word)) {
        throw new UsageException(WORDS.get("usage.parameter", scenario.id(), word));
      }
      Asked.put(values, word);
    }
    scenario
        .check(ProgramLanguage.JAVA, values)
        .ifPresent(
            reason -> {
              throw new UsageException(reason);
            });
    return new Lesson(scenario, values, asked.watched());
  }

  private static boolean isProgram(String name, List<Path> classPath) {
    return name.endsWith(".jar")
        || name.endsWith(".java")
        || (CLASS_NAME.matcher(name).matches()
            && (!classPath.isEmpty() || isOnUsualClassPath(name)));
  }

  /** Where {@code java} looks when it is not told. */
  private static boolean isOnUsualClassPath(String name) {
    String file = name.replace('.', '/') + ".class";
    String usual = System.getenv().getOrDefault("CLASSPATH", ".");
    for (String place : usual.split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(place.isEmpty() ? "." : place.replace("*", ""));
      if (Files.isRegularFile(path.resolve(file))
          || (Files.isRegularFile(path) && holds(path, file))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Path jar, String file) {
    try (JarFile opened = new JarFile(jar.toFile())) {
      return opened.getEntry(file) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static String unknown(String name) {
    List<String> ids = Catalogue.all().stream().map(Scenario::id).toList();
    return Nearest.to(name, ids)
        .map(near -> WORDS.get("unknown.near", name, near))
        .orElseGet(() -> WORDS.get("unknown", name, String.join(", ", ids)));
  }
}
