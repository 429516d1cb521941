package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which {@code java} starts a program, by {@code interleave run}. */
class LaunchesTest {
  @TempDir static Path folder;

  private static final String MAIN =
      """
      package talk;
      public class Main {
        public static void main(String[] args) throws Exception {
          Thread worker = new Thread(Words::say, "worker");
          worker.start();
          worker.join();
          System.out.println(Main.class.getModule() + " " + String.join("|", args));
          System.exit(args.length);
        }
      }
      """;
  private static final String WORDS =
      """
      package talk;
      class Words {
        private static int said;
        static synchronized void say() {
          said++;
          System.out.println("said by " + Thread.currentThread().getName());
        }
      }
      """;

  @BeforeAll
  static void compile() throws IOException {
    write("src/talk/Main.java", MAIN);
    write("src/talk/Words.java", WORDS);
    write("descriptor/module-info.java", "module talking {}");
    javac("plain", "src/talk/Main.java", "src/talk/Words.java");
    javac(
        "mods/talking", "descriptor/module-info.java", "src/talk/Main.java", "src/talk/Words.java");
    jar("words.jar", new Attributes(), "talk/Words.class");
    Attributes attributes = new Attributes();
    attributes.put(Attributes.Name.MAIN_CLASS, "talk.Main");
    attributes.put(Attributes.Name.CLASS_PATH, "words.jar");
    jar("app.jar", attributes, "talk/Main.class");
  }

  @Test
  void aMainClassOfTheClassPath() throws Exception {
    check("unnamed module @\\w+ a\\|b", "-cp", at("plain"), "talk.Main", "--", "a", "b");
  }

  @Test
  void aJarAndTheJarsThatItsManifestNames() throws Exception {
    check("unnamed module @\\w+ -p\\|--headless", at("app.jar"), "--", "-p", "--headless");
  }

  @Test
  void aModuleOfTheModulePath() throws Exception {
    check("module talking x\\|y=z", "-p", at("mods"), "-m", "talking/talk.Main", "--", "x", "y=z");
    check("module talking ", "--module-path", at("mods"), "--module", "talking/talk.Main");
  }

  @Test
  void aSourceFileThatUsesAnother() throws Exception {
    check("unnamed module @\\w+ one", at("src/talk/Main.java"), "--", "one");
  }

  @Test
  void theFieldsThatAreWatched() throws Exception {
    Map<String, Object> summary =
        check("unnamed module @\\w+ ", "-cp", at("plain"), "--watch", "Words.said", "talk.Main");
    assertThat(JsonTree.list(summary, "variables"))
        .singleElement()
        .satisfies(said -> assertThat(said).containsEntry("writes", 1L).containsEntry("last", 1L));
  }

  @Test
  void optionsOfTheJvm() throws Exception {
    Said said =
        Said.by(
            "run",
            "--headless",
            "-J-Dtalk=loud",
            "-J-Xmx50m",
            write("Ask.java", "void main() { IO.print(System.getProperty(\"talk\")); }")
                .toString());
    assertThat(said).isEqualTo(new Said(0, "loud", ""));
  }

  @Test
  void aModuleThatIsNotThereFailsAsWithJava() {
    Said said = Said.by("run", "--headless", "-p", at("mods"), "-m", "no.such/Main");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out() + said.err()).contains("Module no.such not found");
  }

  @Test
  void aParameterThatIsNoneIsRefusedWithAReason() {
    Said said = Said.by("run", "--headless", "-p", "mods", at("app.jar"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("“mods” is none; with -m it takes the module path");
  }

  @Test
  void aScenarioTakesNoOptionsOfTheJvm() {
    Said said = Said.by("run", "--headless", "-J-Xmx1g", "lock-and-lost-updates");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("for programs of your own");
  }

  /** The arguments arrive as they are, and what the worker did is recorded. */
  private static Map<String, Object> check(String last, String... words) throws IOException {
    Path file = folder.resolve("summary.json");
    List<String> all = new ArrayList<>(List.of("run", "--headless", "--summary", file.toString()));
    all.addAll(List.of(words));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).matches("said by worker\n" + last + "\n");
    String arguments = last.substring(last.lastIndexOf(' ') + 1);
    assertThat(said.code()).isEqualTo(arguments.isEmpty() ? 0 : arguments.split("\\|").length);
    Map<String, Object> summary = JsonTree.summary(file);
    assertThat(JsonTree.list(summary, "locks"))
        .singleElement()
        .satisfies(lock -> assertThat(lock).containsEntry("acquires", 1L));
    return summary;
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  private static Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void javac(String to, String... sources) {
    List<String> words = new ArrayList<>(List.of("-d", at(to)));
    for (String each : sources) {
      words.add(at(each));
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, words.toArray(String[]::new)))
        .isZero();
  }

  private static void jar(String name, Attributes attributes, String file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putAll(attributes);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.putNextEntry(new JarEntry(file));
      Files.copy(folder.resolve("plain").resolve(file), jar);
    }
  }
}
