package interleave.scenario.program.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SubprocessCommandTest {
  @Test
  void blanksPartWords() throws IOException {
    assertThat(SubprocessCommand.split("  sort   -r\t-n ")).containsExactly("sort", "-r", "-n");
  }

  @Test
  void quotesHoldWordsTogether() throws IOException {
    assertThat(SubprocessCommand.split("sh -c 'echo \"a b\"' \"it's\" x'y z'w"))
        .containsExactly("sh", "-c", "echo \"a b\"", "it's", "xy zw");
  }

  @Test
  void anEmptyWordIsAWord() throws IOException {
    assertThat(SubprocessCommand.split("echo '' \"\"")).containsExactly("echo", "", "");
  }

  @Test
  void aBackslashIsALetterAsInPathsOfWindows() throws IOException {
    assertThat(SubprocessCommand.split("C:\\bin\\sort.exe")).containsExactly("C:\\bin\\sort.exe");
  }

  @Test
  void aQuoteThatIsNotClosedAndAnEmptyLineAreRefused() {
    assertThatThrownBy(() -> SubprocessCommand.split("echo \"half"))
        .isInstanceOf(IOException.class)
        .hasMessage("the command line has a \" that is not closed.");
    assertThatThrownBy(() -> SubprocessCommand.split("  "))
        .hasMessage("the command line is empty.");
  }
}
