package interleave.scenario;

import static interleave.scenario.ProgramLanguage.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import interleave.BesideOthers;
import interleave.engine.Interpreter;
import interleave.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios' Python programs without a tracer, as a learner would run them by plain Python. */
@BesideOthers
class PythonProgramsTest {
  /** What keeps each of them short, or makes it end at all; and what the whole says last. */
  private static final Map<String, List<String>> QUICK = new LinkedHashMap<>();

  static {
    quick("child-process", "Child process end, exit code 0.", "length=0.1", "method=spawn");
    quick("fork", "parent: the child ended with exit code 7", "child-time=0.1", "exit-code=7");
    quick("zombie-and-orphan", "Parent: Zombie ended with exit code 7", "wait=0.1");
    quick("exec", "Parent: child \\d+ ended with exit code 0", "program=another");
    quick("copy-on-write", "After writing: \\d+ MB, both together", "megabytes=8");
    quick("process-pool", "All subprocesses done.", "longest=0.1", "crash=1", "method=forkserver");
    quick("subprocess", "Exit code: 0", "way=communicate", "program=floods", "patience=60");
    quick("pipeline", "Reader: exit code 0", "blocks=5", "reading=0.01");
    quick("signals", "Deaf: ended by SIGKILL; .* 137", "patience=0.1", "tidying=0.02");
    quick("queue-between-processes", "Get C from queue.", "pause=0", "ending=last-word");
    quick(
        "shared-memory",
        "2 processes added 1 20 times each: 40",
        "lock=on",
        "rounds=20",
        "pause=0");
    quick("distributed-processes", "Master exit.", "tasks=4", "work=0.05", "stranger=on");
    quick("thread", "thread MainThread ended.", "pause=0.05");
    quick("lock-and-lost-updates", "Balance: 0", "lock=on", "loops=1000");
    quick("visibility", "The watcher has ended.", "pause=0.05");
    quick("happens-before", "The reader has read 42.", "takes=0.01");
    quick("compare-and-set", "Counted 20 of 20, again: \\d+", "loops=10", "work=0.01");
    quick("thread-local", "In main: nobody", "pause=0.05");
    quick("gil", "2 processes: .* s, sum \\d+", "workers=2", "work=1");
    quick("gil-given-up", "All is computed.", "time=0.1");
    quick("amdahl", "2 workers: .*x, at most .*x", "workers=2", "work=1");
    quick("ready-and-running", "All \\d+ are done.", "work=10", "pause=0.01");
    quick("deadlock", "Both are full.", "order=same", "pause=0.01");
    quick("livelock", "Anna ate 3, Ben ate 3.", "way=fair", "meals=3", "eating=0.01");
    quick("producers-consumers", "All orders are done.", "pause=0.01", "work=0.01");
    quick("dining-philosophers", "All are full.", "strategy=ordered", "pause=0", "eating=0.01");
    quick("readers-writers", "\\w+-\\d is done.", "rounds=2");
    quick("semaphore", "The car park is empty.", "stay=0.02");
    quick("bounded-buffer", "Put in: 36, taken out: 36", "using=0.02");
    quick(
        "reusable-barrier", "Rounds ahead: at most 1.", "turnstiles=two", "held=0.02", "work=0.01");
    quick("barrier-and-latch", "All are in.", "lap=0.05");
    quick("condition", "0 left in the buffer.", "items=5");
    quick("woken-too-early", "Fewest cakes: 0, .*", "look=while", "baking=0.01", "eating=0");
    quick("pool-starvation", "3 of 3 orders were delivered.", "pool=two", "work=0.01");
    quick("virtual-threads", "coroutines: done in .* s", "tasks=100", "pool=20");
    quick("event-loop", "guest-1: cancelled", "way=await", "busy=0.3", "ending=fails");
    quick("structured-concurrency", "price: done", "way=gather", "step=0.1");
    quick("fork-join", "There are 1229 primes below 10000.", "limit=10000", "smallest=2000");
    quick("completable-future", "Offer: 1750, 12 in stock", "price=0.1", "rate=0.1");
  }

  private static List<Interpreter> pythons = List.of();

  @TempDir Path folder;

  private static void quick(String id, String last, String... values) {
    List<String> all = new ArrayList<>(List.of(last));
    all.addAll(List.of(values));
    QUICK.put(id, all);
  }

  @BeforeAll
  static void findPythons() {
    pythons =
        Program.PYTHONS.all(Path.of("").toAbsolutePath()).stream()
            .filter(Interpreter::isTraced)
            .sorted(Comparator.comparingInt(Interpreter::minor))
            .toList();
    assumeFalse(pythons.isEmpty(), "there is no CPython on this machine");
  }

  /** A folder with the files of that program and nothing else, as a run has it. */
  private Path unpacked(Scenario scenario) throws IOException {
    Path own = Files.createDirectories(folder.resolve(scenario.id()));
    for (String file : scenario.python().orElseThrow().files()) {
      Files.writeString(own.resolve(file), scenario.python().orElseThrow().text(file));
    }
    return own;
  }

  /** A program that runs, and what it prints. */
  private record Run(String name, Process process, Path printed) {
    String ended() throws Exception {
      int code = process.waitFor();
      return code + "\n" + Files.readString(printed);
    }
  }

  private Run start(Interpreter python, Path where, String name, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(python.path().toString()));
    command.addAll(words);
    Path printed = where.resolve(name + ".out");
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    // Else each would compile the library's modules anew, or its folder would get company.
    String compiled = Path.of("target", "compiled-python").toAbsolutePath().toString();
    builder.environment().put("PYTHONPYCACHEPREFIX", compiled);
    builder.environment().remove("PYTHONDONTWRITEBYTECODE");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.redirectInput(Path.of("/dev/null").toFile());
    return new Run(name, builder.start(), printed);
  }

  @Test
  void theOldestAndTheNewestPythonCompileThem() throws Exception {
    for (Interpreter python : List.of(pythons.getFirst(), pythons.getLast())) {
      TreeSet<String> files = new TreeSet<>();
      for (Scenario scenario : Catalogue.ours()) {
        Path own = unpacked(scenario);
        scenario
            .python()
            .orElseThrow()
            .files()
            .forEach(file -> files.add(own.resolve(file).toString()));
      }
      List<String> words = new ArrayList<>(List.of("-W", "error", "-m", "py_compile"));
      words.addAll(files);
      assertThat(start(python, folder, "compile", words).ended())
          .as(python.show())
          .isEqualTo("0\n");
    }
  }

  @Test
  void theirDefaultsAreThoseOfTheCatalogue() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Scenario scenario : Catalogue.ours()) {
      for (String file : scenario.python().orElseThrow().files()) {
        Files.writeString(folder.resolve(file), scenario.python().orElseThrow().text(file));
      }
      lines.append(scenario.python().orElseThrow().file());
      scenario.arguments(PYTHON, Map.of()).forEach(word -> lines.append('\t').append(word));
      lines.append('\n');
    }
    Path compare = folder.resolve("compare_defaults.py");
    try (var in = PythonProgramsTest.class.getResourceAsStream("compare_defaults.py")) {
      Files.write(compare, java.util.Objects.requireNonNull(in).readAllBytes());
    }
    Process process =
        new ProcessBuilder(pythons.getLast().path().toString(), compare.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (var to = process.outputWriter()) {
      to.append(lines);
    }
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(said).isBlank();
    assertThat(process.waitFor()).isZero();
  }

  /** Every value that the catalogue offers is taken; the first that is not ends the program. */
  @Test
  void theyTakeAllThatIsOfferedAndRefuseTheRestInASentence() throws Exception {
    List<Run> runs = new ArrayList<>();
    for (Scenario scenario : Catalogue.ours()) {
      List<String> words = new ArrayList<>(List.of(scenario.python().orElseThrow().file()));
      scenario.parameters(PYTHON).forEach(parameter -> words.addAll(offered(parameter)));
      words.add("colour=red");
      runs.add(start(pythons.getFirst(), unpacked(scenario), scenario.id(), words));
    }
    for (Run run : runs) {
      assertThat(run.ended()).as(run.name()).startsWith("2\nThere is no parameter “colour=red”");
    }
  }

  private static List<String> offered(Parameter parameter) {
    List<String> values =
        switch (parameter) {
          case Parameter.WholeNumber number ->
              List.of(
                  number.standard(), String.valueOf(number.least()), String.valueOf(number.most()));
          case Parameter.Choice choice -> choice.values();
          case Parameter.Switch _ -> List.of("on", "off");
          case Parameter.Seconds seconds -> List.of(seconds.standard(), "0.25", "1");
          case Parameter.Text text -> List.of(text.standard(), "", "a=b “c”");
          case Parameter.Texts texts -> List.of(texts.standard(), "one", "ä, 中文");
        };
    return values.stream().map(value -> parameter.name() + "=" + value).toList();
  }

  @Test
  void eachDoesWhatItSays() throws Exception {
    Interpreter python = pythons.get(pythons.size() / 2);
    assertThat(QUICK).containsOnlyKeys(Catalogue.ours().stream().map(Scenario::id).toList());
    List<Run> runs = new ArrayList<>();
    for (Scenario scenario : Catalogue.ours()) {
      List<String> quick = QUICK.get(scenario.id());
      Map<String, String> values = new LinkedHashMap<>();
      for (String value : quick.subList(1, quick.size())) {
        values.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
      }
      List<String> words = new ArrayList<>(List.of(scenario.python().orElseThrow().file()));
      words.addAll(scenario.arguments(PYTHON, values));
      runs.add(start(python, unpacked(scenario), scenario.id(), words));
    }
    for (Run run : runs) {
      String said = run.ended();
      assertThat(said).as(run.name()).startsWith("0\n").doesNotContain("Traceback");
      assertThat(said.lines().toList())
          .as(run.name())
          .anyMatch(line -> line.matches(QUICK.get(run.name()).getFirst()));
    }
  }
}
