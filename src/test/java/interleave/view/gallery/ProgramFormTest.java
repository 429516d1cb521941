package interleave.view.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.view.session.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFormTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThat(form(folder.resolve("no.jar").toString(), "", "").refusal())
        .hasValueSatisfying(reason -> assertThat(reason).contains("no.jar"));
  }

  @Test
  void aMainClassNeedsAClassPath() {
    assertThat(form("com.example.Main", "", "").refusal()).isPresent();
    assertThat(form("com.example.Main", folder.toString(), "").refusal()).isEmpty();
    assertThat(form("not a class", folder.toString(), "").refusal()).isPresent();
  }

  @Test
  void aWatchedFieldNamesItsClass() {
    assertThat(form("Main", folder.toString(), "balance").refusal()).isPresent();
    assertThat(form("Main", folder.toString(), "Account.balance, b.C.d").refusal()).isEmpty();
  }

  @Test
  void aSourceFileRunsInItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("Main.java"), "void main() {}");
    ProgramForm form = new ProgramForm(file.toString(), "", "one 'two three'", "", "");
    assertThat(form.refusal()).isEmpty();
    Program.Own program = form.program();
    assertThat(program.folder()).isEqualTo(folder);
    assertThat(program.arguments()).containsExactly("one", "two three");
  }

  @Test
  void argumentsArePartedAsByAShell() {
    assertThat(Words.split(" a \"b c\"d '' ")).containsExactly("a", "b cd", "");
    assertThat(Words.split("")).isEmpty();
  }

  private static ProgramForm form(String target, String classPath, String watched) {
    return new ProgramForm(target, classPath, "", "", watched);
  }
}
