package interleave.view.program;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFormTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThat(form("program", folder.resolve("no.jar").toString()).refusal())
        .hasValueSatisfying(reason -> assertThat(reason).contains("no.jar"));
  }

  @Test
  void aMainClassNeedsAClassPath() {
    assertThat(form("program", "com.example.Main").refusal()).isPresent();
    assertThat(main().refusal()).isEmpty();
    assertThat(form("program", "not a class", "class-path", folder.toString()).refusal())
        .isPresent();
  }

  @Test
  void aModuleIsFoundOnItsPathAndMayNameItsMainClass() {
    ProgramForm form =
        form(
            "program", "app.module/app.Main",
            "module-path", folder.toString(),
            "options", "-Xmx64m --enable-preview");
    assertThat(form.refusal()).isEmpty();
    assertThat(form.program().target()).isEqualTo("--module=app.module/app.Main");
    assertThat(form.program().options())
        .containsExactly("-p", folder.toString(), "-Xmx64m", "--enable-preview");
    assertThat(form("program", "no/such/module", "module-path", folder.toString()).refusal())
        .isPresent();
  }

  @Test
  void aWatchedFieldNamesItsClass() {
    assertThat(main("watched", "balance").refusal()).isPresent();
    assertThat(main("watched", "Account.balance, b.C.d").refusal()).isEmpty();
  }

  @Test
  void variablesOfTheEnvironmentHaveANameAndAValue() {
    assertThat(main("environment", "NAME").refusal())
        .hasValueSatisfying(reason -> assertThat(reason).contains("NAME=value", "“NAME”"));
    ProgramForm form = main("environment", "A=1\n\nURL=a=b");
    assertThat(form.refusal()).isEmpty();
    assertThat(form.program().environment()).isEqualTo(Map.of("A", "1", "URL", "a=b"));
  }

  @Test
  void aJavaThatIsNotThereIsRefused() {
    assertThat(main("java", folder.resolve("jdk").toString()).refusal()).isPresent();
    assertThat(main("java", folder.toString()).program().runtime()).hasValue(folder);
  }

  @Test
  void aSourceFileRunsInItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("Main.java"), "void main() {}");
    ProgramForm form = form("program", file.toString(), "arguments", "one 'two three'");
    assertThat(form.refusal()).isEmpty();
    Program.Own program = form.program();
    assertThat(program.folder()).isEqualTo(folder);
    assertThat(program.arguments()).containsExactly("one", "two three");
  }

  @Test
  void aScriptRunsInItsFolderAndNeedsNothingOfJava() throws IOException {
    Path file = Files.writeString(folder.resolve("count.py"), "print(1)");
    ProgramForm form =
        form("program", file.toString(), "class-path", "no/such", "watched", "balance, Bank.total");
    assertThat(form.refusal()).isEmpty();
    assertThat(form.program().language()).isEqualTo(ProgramLanguage.PYTHON);
    assertThat(form.program().folder()).isEqualTo(folder);
    assertThat(form.program().watched()).containsExactly("balance", "Bank.total");
    assertThat(form.program().classPath()).isEmpty();
    assertThat(form.title()).isEqualTo("count.py");
    assertThat(form("program", folder.resolve("no.py").toString()).refusal()).isPresent();
  }

  @Test
  void aFileThatIsNoJavaIsAScriptWhateverItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("tool"), "#!/usr/bin/env python3");
    assertThat(form("program", file.toString()).program().language())
        .isEqualTo(ProgramLanguage.PYTHON);
  }

  @Test
  void aPackageIsWrittenAsOnACommandLine() {
    ProgramForm form = form("program", "-m http.server", "arguments", "8000");
    assertThat(form.refusal()).isEmpty();
    assertThat(form.program().target()).isEqualTo("--module=http.server");
    assertThat(form.title()).isEqualTo("http.server");
    assertThat(ProgramForm.of(form.program()).target()).isEqualTo("-m http.server");
    assertThat(form("program", "-m").refusal())
        .hasValueSatisfying(reason -> assertThat(reason).contains("which module"));
    assertThat(form("program", "-m http.server 8000").refusal())
        .hasValueSatisfying(reason -> assertThat(reason).contains("arguments"));
    assertThat(form("program", "-m http/server").refusal()).isPresent();
  }

  @Test
  void aPythonIsAPathOrAVersion() {
    assertThat(form("program", "-m this", "python", "3.13t").refusal()).isEmpty();
    assertThat(form("program", "-m this", "python", folder.toString()).program().runtime())
        .hasValue(folder);
    assertThat(form("program", "-m this", "python", folder.resolve("no").toString()).refusal())
        .hasValueSatisfying(reason -> assertThat(reason).contains("no Python at"));
    assertThat(form("program", "-m this", "watched", "two words!").refusal()).isPresent();
  }

  @Test
  void aScriptIsTypedAsItIsRun() {
    Program.Own own =
        new Program.Own(
            ProgramLanguage.PYTHON,
            folder.resolve("a.py").toString(),
            List.of(),
            List.of("-X", "dev"),
            List.of("a b"),
            folder,
            List.of("balance"),
            Map.of("X", "1"),
            Optional.of(folder));
    ProgramForm form = ProgramForm.of(own);
    assertThat(form.program()).isEqualTo(own);
    assertThat(ProgramForm.of(form.typed())).isEqualTo(form);
  }

  @Test
  void argumentsArePartedAsByAShellAndJoinedAgain() {
    assertThat(Arguments.split(" a \"b c\"d '' ")).containsExactly("a", "b cd", "");
    assertThat(Arguments.split("")).isEmpty();
    List<String> hard = List.of("plain", "two words", "", "it's", "say \"so\" it's", "\"");
    assertThat(Arguments.split(Arguments.joined(hard))).isEqualTo(hard);
  }

  @Test
  void aProgramIsTypedAsItIsRun() {
    Program.Own own =
        new Program.Own(
            ProgramLanguage.JAVA,
            "--module=m/m.Main",
            List.of(folder),
            List.of("-p", folder.toString(), "-ea"),
            List.of("a b"),
            folder,
            List.of("A.b"),
            Map.of("X", "1"),
            Optional.of(folder));
    ProgramForm form = ProgramForm.of(own);
    assertThat(form.program()).isEqualTo(own);
    assertThat(ProgramForm.of(form.typed())).isEqualTo(form);
  }

  @Test
  void theTitleIsTheLastPartOfTheTarget() {
    assertThat(form("program", "a" + File.separator + "b.jar").title()).isEqualTo("b.jar");
    assertThat(form("program", "com.example.Main").title()).isEqualTo("Main");
  }

  private ProgramForm main(String... more) {
    ProgramForm form = form(more);
    Map<String, String> typed = new HashMap<>(form.typed());
    typed.put("program", "com.example.Main");
    typed.put("class-path", folder.toString());
    return ProgramForm.of(typed);
  }

  private static ProgramForm form(String... typed) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < typed.length; i += 2) {
      fields.put(typed[i], typed[i + 1]);
    }
    return ProgramForm.of(fields);
  }
}
