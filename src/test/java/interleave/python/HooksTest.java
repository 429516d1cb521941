package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Where the code is that patches the standard library: {@code _interleave/hooks}, and only there.
 */
@BesideOthers
class HooksTest {
  private static final Path SCRIPT =
      Path.of("src/test/resources/python/hooks_alone.py").toAbsolutePath();

  // Not as it was built, which may have files of before.
  private static final Path TRACER =
      Path.of("src/main/resources/interleave/engine/python/_interleave").toAbsolutePath();

  @Test
  void aHookHoldsItsCodeAndLoadsNeitherItsModuleNorAnotherHook() throws Exception {
    List<Path> pythons = List.of(Pythons.all().getFirst(), Pythons.newest());
    Map<Path, String> printed = Pythons.each(pythons, this::loadEachAlone);
    assertThat(printed)
        .allSatisfy(
            (python, lines) ->
                assertThat(lines).as(python.toString()).matches("[1-9]\\d* hooks\n"));
  }

  private String loadEachAlone(Path python) {
    List<String> command = new ArrayList<>(List.of(python.toString(), "-I", "-S"));
    command.addAll(List.of("-X", "pycache_prefix=" + Pythons.compiled()));
    command.addAll(List.of(SCRIPT.toString(), TRACER.toString()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
