package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts that were not written to be traced, from ideas of the CPython documentation: each prints
 * and ends with the tracer as it does without.
 */
@BesideOthers
@Order(1)
class ForeignScriptsTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/python/foreign").toAbsolutePath();

  /** Options of the interpreter, one word each, before a script and its arguments. */
  private static final List<String> EVERYWHERE =
      List.of(
          "together.py fork",
          "gathering.py",
          "examined.py",
          "ending.py thread",
          "-W ignore odd_values.py",
          "-W ignore odd_values.py fail");

  private static final List<String> ONCE =
      List.of(
          "together.py spawn",
          "together.py forkserver",
          "ending.py chained",
          "ending.py terminate",
          "-X dev ending.py missing",
          "serving.py",
          "-O -B -u gathering.py",
          "-X dev -W error examined.py",
          "-m unittest -q examined",
          "-m pdb ending.py none",
          "-m cProfile -h",
          "ending.py text",
          "ending.py code",
          "ending.py deep",
          "-W error ending.py warn",
          "-O ending.py assert",
          "ending.py assert",
          "ending.py missing",
          "ending.py interrupt",
          "ending.py memory",
          "ending.py crash",
          "ending.py abort",
          "ending.py copy",
          "ending.py lock",
          "ending.py callbacks",
          "ending.py replaced",
          "ending.py exec",
          "ending.py stdin",
          "ending.py leave",
          "ending.py no-such-end",
          "no-such-script.py");

  @TempDir Path folder;

  /** What can be seen of a run from outside, without numbers that differ from run to run. */
  record Seen(String out, String err, int exit) {
    static Seen of(String out, String err, int exit) {
      return new Seen(plain(out), plain(err), exit);
    }

    private static String plain(String text) {
      return text.replaceAll("0x[0-9a-f]+", "0x")
          .replaceAll("pid[= ]\\d+", "pid")
          .replaceAll("\\d+\\.\\d+s", "s")
          .replaceAll("Thread [0-9a-f]+", "Thread");
    }
  }

  @Test
  void scriptsPrintAndEndAsTheyDoWithoutUs() throws Exception {
    List<String> all = new ArrayList<>(EVERYWHERE);
    all.addAll(ONCE);
    compare(Pythons.newest(), all);
    for (Path python : Pythons.some()) {
      if (!python.equals(Pythons.newest())) {
        compare(python, EVERYWHERE);
      }
    }
  }

  @Test
  void aProgramRunsOnWhereNoRoomIsLeftForWhatItDoes() throws Exception {
    for (long cap : new long[] {0, 70_000}) {
      List<String> words = words("together.py fork");
      PythonRun traced = PythonRun.of(Pythons.newest(), words, Map.of(), SCRIPTS, cap);
      assertThat(Seen.of(traced.out(), traced.err(), traced.exit()))
          .isEqualTo(untraced(Pythons.newest(), words));
    }
  }

  private void compare(Path python, List<String> lines) throws Exception {
    Pythons.each(
        lines,
        line -> {
          PythonRun traced =
              PythonRun.of(python, words(line), Map.of(), SCRIPTS, Recording.DEFAULT_CAP);
          assertThat(Seen.of(traced.out(), traced.err(), traced.exit()))
              .as(python + " " + line)
              .isEqualTo(untraced(python, words(line)));
          if (!line.endsWith(" fail")) {
            assertThat(traced.notes()).as(python + " " + line).isEmpty();
          }
          return traced;
        });
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  private Seen untraced(Path python, List<String> words) {
    try {
      List<String> command = new ArrayList<>(List.of(python.toString()));
      command.addAll(words);
      Path out = Files.createTempFile(folder, "out", "");
      Path err = Files.createTempFile(folder, "err", "");
      ProcessBuilder builder = new ProcessBuilder(command).directory(SCRIPTS.toFile());
      builder.environment().remove("PYTHONUNBUFFERED");
      Pythons.keepCompiled(builder.environment());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int exit = process.waitFor();
      return Seen.of(
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8),
          exit);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
