package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.engine.Interpreter;
import interleave.engine.PythonProgram;
import interleave.engine.StartException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which Pythons run programs under control. */
class ControllablePythonTest {
  private static PythonProgram program(int minor, boolean freeThreaded, boolean gil) {
    Interpreter python =
        new Interpreter(
            Path.of("/usr/bin/python3"), "CPython", 3, minor, "3." + minor, freeThreaded, gil);
    return PythonProgram.of(python, new PythonProgram.Code.Script(Path.of("x.py")));
  }

  @Test
  void thoseThatTakeTurnsAreControlledAndTheOthersAreRefusedWithASentence() {
    for (int minor = 8; minor <= 13; minor++) {
      PythonProgram program = program(minor, false, true);
      assertThatCode(() -> RecordedControl.check(program)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> RecordedControl.check(program(14, false, true)))
        .isInstanceOf(StartException.class)
        .hasMessage(
            "Programs in Python are controlled by CPython 3.8 to 3.13 with a GIL, and this is"
                + " CPython 3.14.");
    for (boolean gil : new boolean[] {true, false}) {
      assertThatThrownBy(() -> RecordedControl.check(program(13, true, gil)))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("and this is CPython 3.13, free-threaded");
    }
  }
}
