package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java or Python, and which program: what a command line means. */
class TargetResolverTest {
  private static final List<String> NONE = List.of();

  @TempDir Path folder;

  @Test
  void aScenarioIsInJavaUnlessPythonIsAskedFor() {
    assertThat(lesson(null, NONE, "deadlock").language()).isEqualTo(ProgramLanguage.JAVA);
    assertThat(lesson("", NONE, "deadlock").language()).isEqualTo(ProgramLanguage.PYTHON);
    assertThat(lesson("3.12", NONE, "deadlock").runtime()).hasValue(Path.of("3.12"));
    Program.Lesson observed = lesson(null, List.of("balance"), "lock-and-lost-updates");
    assertThat(observed.language()).isEqualTo(ProgramLanguage.PYTHON);
    assertThat(observed.watched()).containsExactly("balance");
  }

  @Test
  void whatFollowsPythonMayBeWhatIsToBeRun() {
    Program.Lesson lesson = lesson("thread", NONE, "count=3");
    assertThat(lesson.scenario().id()).isEqualTo("thread");
    assertThat(lesson.values()).containsEntry("count", "3");
    assertThat(lesson.runtime()).isEmpty();
    Program.Own own = own("job.py", NONE, "first");
    assertThat(own.target()).isEqualTo("job.py");
    assertThat(own.arguments()).containsExactly("first");
    assertThat(own.runtime()).isEmpty();
  }

  @Test
  void aScriptIsKnownByItsNameOrByHowItBegins() throws IOException {
    Files.writeString(folder.resolve("tool"), "#!/usr/bin/env python3\nprint(1)\n");
    Files.writeString(folder.resolve("shell"), "#!/bin/sh\n");
    Files.createDirectories(folder.resolve("package"));
    Files.writeString(folder.resolve("package/__main__.py"), "");
    for (String script : List.of("tool", "package")) {
      Program.Own own = own(null, NONE, folder.resolve(script).toString());
      assertThat(own.language()).isEqualTo(ProgramLanguage.PYTHON);
    }
    assertThat(own(null, NONE, "absent.py").language()).isEqualTo(ProgramLanguage.PYTHON);
    assertThat(own("3.9", NONE, folder.resolve("shell").toString()).runtime())
        .isEqualTo(Optional.of(Path.of("3.9")));
    assertThatThrownBy(() -> own(null, NONE, folder.resolve("shell").toString()))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void aModuleIsOfPythonUnlessSomethingSaysJava() {
    assertThat(module("package", null, NONE, NONE).language()).isEqualTo(ProgramLanguage.PYTHON);
    assertThat(module("http.server", null, NONE, NONE).language())
        .isEqualTo(ProgramLanguage.PYTHON);
    assertThat(module("jdk.httpserver", null, NONE, NONE).language())
        .isEqualTo(ProgramLanguage.JAVA);
    assertThat(module("shop/shop.Main", null, NONE, NONE).language())
        .isEqualTo(ProgramLanguage.JAVA);
    assertThat(module("shop", null, List.of("mods"), NONE).options()).containsExactly("-p", "mods");
    assertThat(module("shop", null, NONE, List.of("-Xmx1g")).language())
        .isEqualTo(ProgramLanguage.JAVA);
    assertThat(module("shop", "", NONE, List.of("-Wd")))
        .returns(ProgramLanguage.PYTHON, Program.Own::language)
        .returns("--module=shop", Program.Own::target)
        .returns(List.of("-Wd"), Program.Own::options);
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedWithTheReason() {
    assertThatThrownBy(() -> own("", NONE, "Main.java"))
        .hasMessage("--python is for Python, and Main.java is Java.");
    assertThatThrownBy(() -> own(null, List.of("balance"), "a.jar"))
        .hasMessageContaining("--observe is for variables of Python");
    assertThatThrownBy(
            () ->
                TargetResolver.of(
                    asked(List.of("a.py"), NONE, null, NONE, null, List.of("A.b"), NONE)))
        .hasMessageContaining("--watch is for fields of Java");
    assertThatThrownBy(() -> module("shop/shop.Main", "", NONE, NONE).target())
        .hasMessageContaining("--python is for Python");
  }

  private static Program.Lesson lesson(
      @Nullable String python, List<String> observed, String... words) {
    return (Program.Lesson)
        TargetResolver.of(asked(List.of(words), NONE, null, NONE, python, NONE, observed));
  }

  private static Program.Own own(@Nullable String python, List<String> observed, String... words) {
    return (Program.Own)
        TargetResolver.of(asked(List.of(words), NONE, null, NONE, python, NONE, observed));
  }

  private static Program.Own module(
      String name, @Nullable String python, List<String> paths, List<String> options) {
    return (Program.Own) TargetResolver.of(asked(NONE, paths, name, options, python, NONE, NONE));
  }

  private static RunArguments asked(
      List<String> words,
      List<String> parameters,
      @Nullable String module,
      List<String> options,
      @Nullable String python,
      List<String> watched,
      List<String> observed) {
    return new RunArguments(
        words, parameters, List.of(), null, module, options, null, python, watched, observed);
  }
}
