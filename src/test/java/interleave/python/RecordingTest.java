package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Awaited;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.ValueType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the tracer writes is what the reader of all tracers understands. */
@BesideOthers
class RecordingTest {
  @Test
  void whatRecordingCostsIsTheMedianOfItsSamples() throws Exception {
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "costs.py"))
        .forEach(
            (python, run) -> {
              assertThat(run.err()).as("%s", python).isEmpty();
              assertThat(run.timeline().counters().recorderNsPerEvent())
                  .as("%s", python)
                  .isBetween(512.0, 768.0);
            });
  }

  @Test
  void theNumbersOfTheFormatAreTheSameInPython() throws Exception {
    Map<String, Map<String, Integer>> python = kinds();
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (EventKind kind : EventKind.values()) {
      kinds.put(kind.name(), kind.code());
    }
    assertThat(python.get("")).isEqualTo(kinds);
    Map<String, Integer> flags = new LinkedHashMap<>();
    for (Field field : Flags.class.getFields()) {
      flags.put(field.getName(), field.getInt(null));
    }
    assertThat(python.get("Flag")).isEqualTo(flags);
    Map<String, Integer> types = new LinkedHashMap<>();
    for (ObjectType type : ObjectType.values()) {
      types.put(type.name(), type.code());
    }
    assertThat(python.get("Type")).isEqualTo(types);
    Map<String, Integer> values = new LinkedHashMap<>();
    for (ValueType type : ValueType.values()) {
      values.put(type.name(), type.code());
    }
    assertThat(python.get("Value")).isEqualTo(values);
    Map<String, Integer> awaited = new LinkedHashMap<>();
    for (Awaited each : Awaited.values()) {
      awaited.put(each.name(), each.code());
    }
    assertThat(python.get("Awaited")).isEqualTo(awaited);
  }

  /** Names and numbers by class, those outside of a class under "". */
  private static Map<String, Map<String, Integer>> kinds() throws IOException {
    Pattern line = Pattern.compile("(?:class (\\w+):)|(?: *([A-Z_0-9]+) = (\\d+)(?: << (\\d+))?)");
    Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
    String within = "";
    for (String each : Files.readAllLines(PythonRun.TRACER.resolve("_interleave/kinds.py"))) {
      Matcher matcher = line.matcher(each);
      if (matcher.matches() && matcher.group(1) != null) {
        within = matcher.group(1);
      } else if (matcher.matches()) {
        int shift = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        all.computeIfAbsent(within, _ -> new LinkedHashMap<>())
            .put(matcher.group(2), Integer.parseInt(matcher.group(3)) << shift);
      }
    }
    return all;
  }

  @Test
  void threadsAndACopyMadeByForkRecordIntoSegmentsOfTheirOwn() throws Exception {
    for (var each :
        Pythons.each(Pythons.all(), python -> PythonRun.of(python, "fork_and_text.py"))
            .entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.problems()).as(version).isEmpty();
      assertThat(run.exit()).as(version).isZero();
      assertThat(run.where(it -> it.thread().equals("second") && it.kind() == LOCK_ACQUIRED))
          .as(version)
          .hasSize(2000)
          .extracting(it -> it.object() + " at " + it.site())
          .containsOnly("bank.lock at fork_and_text.py:14 many");
      assertThat(run.where(it -> it.text().startsWith("ää")))
          .as(version)
          .hasSize(2)
          .allMatch(it -> it.text().equals("ä".repeat(4096)))
          .allMatch(it -> (it.flags() & Flags.TRUNCATED) != 0);
      var inTheCopy = run.where(it -> it.kind() == LOCK_ACQUIRED && it.value() == 5000);
      assertThat(inTheCopy).as(version).hasSize(1);
      assertThat(inTheCopy.getFirst().pid()).isNotEqualTo(run.events().getFirst().pid());
      assertThat(inTheCopy.getFirst().object()).isEqualTo("bank.lock");
      assertThat(inTheCopy.getFirst().site()).isEqualTo("fork_and_text.py:26 <module>");
      assertThat(run.timeline().processes())
          .as(version)
          .hasSizeGreaterThan(1)
          .allSatisfy(
              it ->
                  assertThat("CPython " + version.replaceAll(".*/(3[.\\w]+)/.*", "$1"))
                      .isEqualTo(it.interpreter().show()));
    }
  }

  @Test
  void ofManyLocksLittleIsKeptAndACopyKnowsTheFirstAndTheLast() throws Exception {
    for (var each :
        Pythons.each(Pythons.some(), it -> PythonRun.of(it, "many_locks.py")).entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.problems()).as(version).isEmpty();
      // Ours, and the interpreter's in it, which is not among them in every version.
      assertThat(run.out()).as(version).isIn("1 1\n", "2 2\n");
      assertThat(run.where(it -> it.kind() == LOCK_ACQUIRED))
          .as(version)
          .extracting(PythonRun.Recorded::object)
          .containsExactly("first", "many[3999]");
    }
  }

  @Test
  void aSignalHandlerInTheMiddleOfRecordingHarmsNothing() throws Exception {
    for (String raises : new String[] {"0", "1"}) {
      for (var each :
          Pythons.each(Pythons.some(), it -> PythonRun.of(it, "signals_within.py", raises))
              .entrySet()) {
        PythonRun run = each.getValue();
        String version = each.getKey() + " " + raises;
        assertThat(run.problems()).as(version).isEmpty();
        assertThat(run.exit()).as(version).isZero();
        var acquired = run.of(LOCK_ACQUIRED);
        assertThat(acquired.getLast().value()).as(version).isEqualTo(999999);
        // What an exception stopped is not recorded; all else is, once.
        int stopped = Integer.parseInt(run.out().strip());
        assertThat(acquired.size()).as(version).isBetween(20001 - stopped, 20001);
        assertThat(run.of(LOCK_RELEASED))
            .as(version)
            .isNotEmpty()
            .allMatch(it -> it.text().equals("from the handler"));
      }
    }
  }

  @Test
  void whatComesFasterThanItIsRecordedIsCounted() throws Exception {
    String script =
        "import os, sys; os.dup2(os.open(os.devnull, os.O_WRONLY), 1)\n"
            + "for i in range(1000): sys.stdout.write(''.join('This is the line with the number"
            + " %d\\n"
            + "' % (100 * i + j) for j in range(100)))";
    Pythons.each(Pythons.some(), it -> PythonRun.of(it, java.util.List.of("-c", script), Map.of()))
        .forEach(
            (python, run) -> {
              long recorded = run.of(OUTPUT).stream().filter(it -> it.flags() == 0).count();
              long counted =
                  run.of(OUTPUT).stream()
                      .filter(it -> it.flags() == Flags.COUNTED && it.text().contains(" lines, "))
                      .mapToLong(it -> Long.parseLong(it.text().substring(1).split(" ")[0]))
                      .sum();
              assertThat(recorded).as("%s", python).isGreaterThan(10_000);
              assertThat(recorded + counted).as("%s", python).isEqualTo(100_000);
            });
  }

  @Test
  void aTurnThatAnExceptionLeftTakenHoldsNobodyUpForGood() throws Exception {
    String script =
        "from _interleave import record; from _interleave.kinds import OUTPUT;"
            + " record._State.budget.turn.acquire();"
            + " [record.text(OUTPUT, 0, 0, 0, 0, 'x' * 50) for _ in range(5000)]";
    Pythons.each(Pythons.some(), it -> PythonRun.of(it, java.util.List.of("-c", script), Map.of()))
        .forEach(
            (python, run) -> {
              assertThat(run.exit()).as("%s %s", python, run.err()).isZero();
              assertThat(run.problems()).as("%s", python).isEmpty();
              assertThat(run.of(OUTPUT)).as("%s", python).hasSize(5000);
            });
  }

  @Test
  void anIdIsNotUsedAgainByTheProgramThatTakesTheProcessOver() {
    Path python = Pythons.newest();
    String script =
        "import os, sys; from _interleave import record; print(record.object_id(1, 0, 'x'),"
            + " flush=True); len(sys.argv) > 1 or os.execv(sys.executable, [sys.executable, '-c',"
            + " sys.orig_argv[2], 'again'])";
    PythonRun run = PythonRun.of(python, java.util.List.of("-c", script), Map.of());
    assertThat(run.out().lines().distinct()).hasSize(2);
    assertThat(run.of(PROCESS_START))
        .hasSize(2)
        .allMatch(it -> it.pid() == run.events().getFirst().pid());
  }

  @Test
  void manyThreadsAtOnceLeaveTheProgramItsFiles() throws Exception {
    for (var each :
        Pythons.each(Pythons.some(), it -> PythonRun.of(it, "many_at_once.py")).entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.err()).as(version).isEmpty();
      assertThat(run.out()).as(version).isEqualTo("60\n");
      assertThat(run.problems()).as(version).isEmpty();
      var texts = run.where(it -> it.kind() == OUTPUT && it.text().contains(":"));
      assertThat(texts.stream().map(PythonRun.Recorded::text).distinct())
          .as(version)
          .hasSize(400 * 60);
      assertThat(texts)
          .as(version)
          .hasSize(400 * 60)
          .allMatch(it -> it.thread().equals("worker " + it.text().split(":")[0]));
    }
  }
}
