package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Pythons are found, in folders made up for it; none of them is run. */
class PythonFinderTest {
  @TempDir Path root;

  private final Map<String, String> environment = new HashMap<>();
  private final Map<Path, Interpreter> answers = new HashMap<>();
  private final List<Path> asked = new ArrayList<>();
  private Path home = Path.of("");
  private Path project = Path.of("");
  private Path bin = Path.of("");

  @BeforeEach
  void machine() throws IOException {
    home = Files.createDirectories(root.toRealPath().resolve("home"));
    project = Files.createDirectories(home.resolve("work/project"));
    bin = Files.createDirectories(home.resolve("bin"));
    environment.put("PATH", bin.toString());
  }

  @Test
  void theProjectsVirtualEnvironmentComesFirst() throws Exception {
    python(bin.resolve("python3"), "3.11.7");
    Path venv = venv(home.resolve("work/.venv"), "3.9.18");
    assertThat(finder().usual(project).path()).isEqualTo(venv);
    assertThat(finder().all(project).getFirst().path()).isEqualTo(venv);
    assertThat(finder().usual(home).version()).isEqualTo("3.11.7");
  }

  @Test
  void theActiveEnvironmentComesBeforeOneInTheFolder() throws Exception {
    venv(project.resolve("venv"), "3.9.18");
    Path active = venv(home.resolve("active"), "3.12.1");
    environment.put("VIRTUAL_ENV", home.resolve("active").toString());
    assertThat(finder().usual(project).path()).isEqualTo(active);
  }

  @Test
  void oneThatCannotBeTracedGivesWayToOneThatCan() throws Exception {
    python(bin.resolve("python3"), "3.6.15");
    Path newer = python(home.resolve(".pyenv/versions/3.13.0/bin/python3"), "3.13.0");
    assertThat(finder().usual(project).path()).isEqualTo(newer);
    Files.delete(newer);
    assertThat(finder().usual(project).version()).isEqualTo("3.6.15");
  }

  @Test
  void aShimIsTheInterpreterThatItStandsFor() throws Exception {
    Path real = python(home.resolve(".pyenv/versions/3.11.7/bin/python3"), "3.11.7");
    Path shim = executable(bin.resolve("python3"));
    answers.put(shim, answers.get(real));
    assertThat(finder().usual(project).path()).isEqualTo(real);
    assertThat(finder().all(project)).extracting(Interpreter::path).containsOnlyOnce(real);
  }

  @Test
  void theVersionsOfPyenvAreInTheirOrderNewestFirst() throws Exception {
    for (String version : List.of("3.9.18", "3.13.0", "3.8.18", "3.12.1")) {
      python(home.resolve(".pyenv/versions/" + version + "/bin/python"), version);
    }
    Files.createDirectories(home.resolve(".pyenv/versions/broken/bin"));
    assertThat(finder().all(project))
        .extracting(Interpreter::version)
        .containsExactly("3.13.0", "3.12.1", "3.9.18", "3.8.18");
  }

  @Test
  void severalNamesOfOneInterpreterCountOnceAndAVirtualEnvironmentIsOneOfItsOwn() throws Exception {
    Path real = python(bin.resolve("python3.12"), "3.12.1");
    Path link = Files.createSymbolicLink(bin.resolve("python3"), real);
    answers.put(link, interpreter(link, "3.12.1"));
    Path inside = Files.createDirectories(project.resolve(".venv/bin")).resolve("python3");
    Files.createSymbolicLink(inside, real);
    Files.writeString(project.resolve(".venv/pyvenv.cfg"), "home = " + bin);
    answers.put(inside, interpreter(inside, "3.12.1"));
    assertThat(finder().all(project)).extracting(Interpreter::path).containsExactly(inside, link);
  }

  @Test
  void anInterpreterIsAskedOnceUntilItsFileChanges() throws Exception {
    Path python = python(bin.resolve("python3"), "3.12.1");
    PythonFinder finder = finder();
    finder.usual(project);
    finder.all(project);
    assertThat(asked).containsOnlyOnce(python);
    Files.setLastModifiedTime(python, java.nio.file.attribute.FileTime.fromMillis(1));
    finder.usual(project);
    assertThat(asked.stream().filter(python::equals)).hasSize(2);
  }

  @Test
  void aShimOfPyenvIsAskedAgainOnlyWhereAnotherVersionMayHaveBeenChosen() throws Exception {
    Path shim = executable(home.resolve(".pyenv/shims/python3"));
    environment.put("PATH", shim.getParent().toString());
    answers.put(shim, interpreter(executable(root.resolve("one/python3")), "3.11.7"));
    PythonFinder finder = finder();
    finder.usual(project);
    finder.all(project);
    assertThat(asked).containsOnlyOnce(shim);
    Path other = executable(root.resolve("other/python3"));
    answers.put(shim, interpreter(other, "3.12.1"));
    Files.writeString(home.resolve(".pyenv/version"), "3.12.1");
    assertThat(finder.usual(project).path()).isEqualTo(other);
    Path local = executable(root.resolve("local/python3"));
    answers.put(shim, interpreter(local, "3.9.18"));
    Files.writeString(home.resolve("work/.python-version"), "3.9.18");
    assertThat(finder.usual(project).path()).isEqualTo(local);
    assertThat(finder.usual(project).path()).isEqualTo(local);
    assertThat(asked.stream().filter(shim::equals)).hasSize(3);
    Files.delete(local);
    answers.put(shim, interpreter(other, "3.12.1"));
    assertThat(finder.usual(project).path()).as("the one from before is gone").isEqualTo(other);
  }

  @Test
  void aShimOfAVersionStandsForNoneThatPyenvHasNotAndHidesNoOther() throws Exception {
    Path shim = executable(home.resolve(".pyenv/shims/python3.12"));
    Path hidden = python(bin.resolve("python3.12"), "3.12.1");
    environment.put("PATH", shim.getParent() + java.io.File.pathSeparator + bin);
    assertThat(finder().all(project)).extracting(Interpreter::path).containsExactly(hidden);
    assertThat(asked).doesNotContain(shim);
  }

  @Test
  void theOneThatWasNamedIsTakenByPathFolderCommandOrVersion() throws Exception {
    Path named = python(bin.resolve("snake"), "3.10.13");
    Path venv = venv(project.resolve("env"), "3.9.18");
    Path free = executable(home.resolve(".pyenv/versions/3.13.0t/bin/python"));
    answers.put(free, new Interpreter(free, "CPython", 3, 13, "3.13.0", true, false));
    PythonFinder finder = finder();
    assertThat(finder.named(named, project).version()).isEqualTo("3.10.13");
    assertThat(finder.named(Path.of("snake"), project).path()).isEqualTo(named);
    assertThat(finder.named(project.resolve("env"), project).path()).isEqualTo(venv);
    assertThat(finder.named(Path.of("3.13t"), project).path()).isEqualTo(free);
    assertThatThrownBy(() -> finder.named(Path.of("3.13"), project))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("No Python 3.13 was found");
  }

  @Test
  void whatIsNoPythonIsRefusedWithTheReason() throws Exception {
    Path text = Files.writeString(bin.resolve("text"), "no program");
    Path silent = executable(bin.resolve("silent"));
    PythonFinder finder = finder();
    assertThatThrownBy(() -> finder.named(home.resolve("no/such"), project))
        .hasMessageContaining("There is no Python at " + home.resolve("no/such"));
    assertThatThrownBy(() -> finder.named(text, project))
        .hasMessageContaining("is not an executable");
    assertThatThrownBy(() -> finder.named(project, project))
        .hasMessageContaining("is not an executable");
    assertThatThrownBy(() -> finder.named(silent, project))
        .hasMessageContaining("does not answer as a Python does");
  }

  @Test
  void whatCannotBeTracedOrIsNewerThanWeKnowSaysSo() {
    Path path = Path.of("/opt/python");
    assertThat(interpreter(path, "3.8.0").caveat()).isEmpty();
    assertThat(interpreter(path, "3.14.0").caveat()).isEmpty();
    assertThat(interpreter(path, "3.15.0").caveat())
        .hasValueSatisfying(it -> assertThat(it).contains("newer than 3.14"));
    assertThat(interpreter(path, "3.15.0").isTraced()).isTrue();
    assertThat(interpreter(path, "3.7.16").caveat())
        .hasValueSatisfying(it -> assertThat(it).contains("needs 3.8 or newer"));
    assertThat(interpreter(path, "2.7.18").isTraced()).isFalse();
    Interpreter pypy = new Interpreter(path, "PyPy", 3, 10, "3.10.14", false, true);
    assertThat(pypy.isTraced()).isFalse();
    assertThat(pypy.caveat()).hasValueSatisfying(it -> assertThat(it).contains("is PyPy"));
  }

  @Test
  void theAnswerIsReadFromAmongWhatAStartPrints() {
    Path path = Path.of("/x/python");
    List<String> lines =
        List.of(
            "hello", "interleave-asks", "/y/python3.14t", "cpython", "3.14", "3.14.0rc1", "1", "0");
    assertThat(InterpreterQuestion.answer(path, lines))
        .contains(
            new Interpreter(Path.of("/y/python3.14t"), "CPython", 3, 14, "3.14.0rc1", true, false));
    assertThat(InterpreterQuestion.answer(path, lines).orElseThrow().show())
        .isEqualTo("CPython 3.14.0rc1, free-threaded");
    assertThat(InterpreterQuestion.answer(path, lines.subList(0, 7))).isEmpty();
    assertThat(InterpreterQuestion.answer(path, List.of("command not found"))).isEmpty();
  }

  private PythonFinder finder() {
    return new PythonFinder(
        environment::get,
        home,
        (path, _) -> {
          synchronized (asked) {
            asked.add(path);
          }
          return path.startsWith(root) || path.startsWith(home)
              ? Optional.ofNullable(answers.get(path))
              : Optional.empty(); // what this machine really has is of no interest
        });
  }

  private Path venv(Path folder, String version) throws IOException {
    Path python = python(folder.resolve("bin/python3"), version);
    Files.writeString(folder.resolve("pyvenv.cfg"), "home = /usr/bin");
    return python;
  }

  private Path python(Path path, String version) throws IOException {
    answers.put(executable(path), interpreter(path, version));
    return path;
  }

  private static Path executable(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
    assertThat(path.toFile().setExecutable(true)).isTrue();
    return path;
  }

  private static Interpreter interpreter(Path path, String version) {
    String[] numbers = version.split("\\.");
    return new Interpreter(
        path,
        "CPython",
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        version,
        false,
        true);
  }
}
