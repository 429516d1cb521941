package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import interleave.app.window.Display;
import interleave.scenario.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  private static final String LESSON = "lock-and-lost-updates";
  private static final String HELLO =
      "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }";

  @Test
  void listNamesEveryScenarioAndItsParameters() {
    Said said = Said.by("list");
    assertThat(said.code()).isZero();
    for (var scenario : Catalogue.all()) {
      assertThat(said.out()).contains(scenario.id(), scenario.summary());
      scenario
          .parameters(scenario.usual())
          .forEach(each -> assertThat(said.out()).contains("-p " + each.name()));
    }
  }

  @Test
  void listAsJsonIsJson() throws Exception {
    int ids = 0;
    try (JsonParser json = new JsonFactory().createParser(Said.by("list", "--json").out())) {
      while (json.nextToken() != null) {
        ids += "id".equals(json.currentName()) ? 1 : 0;
      }
    }
    assertThat(ids).isEqualTo(2 * Catalogue.all().size()); // name and value
  }

  @Test
  void listTellsAllOfAScenarioThatIsNamed() {
    Said said = Said.by("list", "deadlock");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("Anna and Ben share", "Parameters (Java, Python)")
        .containsPattern("-p order=opposite +opposite \\(knife first\\), same")
        .containsPattern("-p pause=0.05 +0 to 2 s")
        .contains("    interleave run deadlock -p order=same\n", "Question\n")
        .doesNotContain("process-pool", "--python");
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 110);
    assertThat(Said.by("list", "gil").out()).contains("Parameters (Java)", "Parameters (Python)");
    assertThat(Said.by("list", "dedlock"))
        .isEqualTo(
            new Said(
                2, "", "interleave: There is no scenario “dedlock”. Did you mean deadlock?\n"));
    assertThat(Said.by("list", "xyzzy").err()).contains("there are child-process").hasLineCount(1);
  }

  @Test
  void eachScenarioCanBeToldInBothLanguages() {
    for (var scenario : Catalogue.all()) {
      for (String language : new String[] {"en", "zh"}) {
        Said said = Said.by("--language", language, "list", scenario.id());
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("interleave run " + scenario.id());
      }
    }
    Said.by("--language", "en", "list", "deadlock");
  }

  @Test
  void whatThereIsNoneOfIsNamedOnce() {
    assertThat(Said.by("run", LESSON, "--param", "a=b", "--param", "c=d").err())
        .contains("“--param”")
        .doesNotContain("--param --param");
  }

  @Test
  void theVersionSaysWhatItRunsOn() {
    assertThat(Said.by("--version").out())
        .startsWith("Interleave ")
        .contains("Java " + Runtime.version())
        .containsPattern("JavaFX \\d+")
        .contains(System.getProperty("os.name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interleave li              | list",
        "interleave run dead        | deadlock",
        "interleave list proc       | process-pool",
        "interleave run --snap      | --snapshot",
        "interleave export --theme  | light dark grey",
        "interleave completion      | bash zsh"
      })
  void aShellCompletesWhatIsTyped(String typed, String completed, @TempDir Path folder)
      throws Exception {
    Path script = Files.writeString(folder.resolve("c"), Said.by("completion", "bash").out());
    String last = typed.matches(".*(completion|--theme)") ? " ''" : "";
    String asks =
        ". %s; COMP_LINE='%s '; COMP_WORDS=(%s%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
            .formatted(script, typed, typed, last);
    Process bash =
        new ProcessBuilder("bash", "-c", asks + " _complete_interleave; echo ${COMPREPLY[@]}")
            .redirectError(ProcessBuilder.Redirect.DISCARD) // no completion goes on, says compopt
            .start();
    assertThat(new String(bash.getInputStream().readAllBytes())).isEqualTo(completed + "\n");
  }

  @Test
  void aFileAloneIsOpenedAndAWordThatIsNoneMayBeACommand() {
    String run = "src/test/resources/interleave/file/format-1/java.interleave";
    assertThat(Said.by(run).out()).isEqualTo(Said.by("info", run).out());
    Said misspelt = Said.by("lisst");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("“lisst”");
  }

  @Test
  void zshIsToldInTheFirstLineWhatIsCompleted() {
    assertThat(Said.by("completion", "zsh").out()).startsWith("#compdef interleave\n");
    assertThat(Said.by("completion", "fish").err()).contains("bash and zsh, not for “fish”");
  }

  @Test
  void theManualHasEveryCommandAndOption() {
    String page = Said.by("man").out();
    assertThat(page).startsWith(".TH \"INTERLEAVE\" \"1\"");
    assertThat(page)
        .contains("interleave run", "interleave recover", "\\fB124\\fR", "JAVA_HOME")
        .contains("\\fB\\-\\-snapshot\\fR \\fIF.png|svg|pdf\\fR");
    assertThat(page.lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|br|ad)( .*)?"));
  }

  @ParameterizedTest
  @CsvSource({
    "lock-and-lost-update, lock-and-lost-updates",
    "proces-pool, process-pool",
    "queue, queue-between-processes",
    "Lock-And-Lost-Updates, lock-and-lost-updates"
  })
  void aScenarioThatIsMisspeltIsGuessed(String typed, String meant) {
    Said said = Said.by("run", "--headless", typed);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo("interleave: There is no scenario “%s”. Did you mean %s?%n", typed, meant);
  }

  @Test
  void anUnknownTargetIsToldWhatThereIs() {
    Said said = Said.by("run", "--headless", "xyzzy");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("there are child-process").contains("main class with -cp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        LESSON + " -p loops=many            | must be a whole number",
        LESSON + " -p loops=-1              | must be a whole number",
        LESSON + " -p colour=green          | has no parameter “colour”",
        LESSON + " -p lock=maybe            | must be one of off, on, fair",
        "gil -p processes=maybe           | must be on or off",
        LESSON + " surprise                 | “surprise” is none",
        LESSON + " --timeout 0              | --timeout takes a number of seconds",
        LESSON + " --timeout soon           | --timeout",
        LESSON + " --cap big                | is no size",
        LESSON + " --watch balance          | --watch takes Class.field",
        LESSON + " --record /no/such/f      | the folder /no/such",
        LESSON + " --summary /tmp           | is a folder",
        LESSON + " --record /dev/null       | is no regular file",
        LESSON + " --snapshot /dev/stdout   | is no regular file",
        LESSON + " --snapshot x.jpg         | name it *.png",
        LESSON + " --summary /dev/null      | is no regular file",
        LESSON + " --nonsense               | --nonsense",
        "Main.java -p loops=1             | -p sets parameters of scenarios",
        "-p a=1                           | Say what to run"
      })
  void wrongUsageIsRefusedWithTheReason(String words, String reason) {
    Said said = Said.by(("run --headless " + words.strip()).split(" +"));
    assertThat(said.err()).contains(reason).doesNotContain("Exception");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void whatIsNotThereCannotBeStarted() {
    assertThat(Said.by("run", "--headless", "no/such.jar"))
        .isEqualTo(new Said(3, "", "interleave: There is no file no/such.jar: check the path.\n"));
    assertThat(Said.by("run", "--headless", "NoSuch.java").code()).isEqualTo(3);
    assertThat(Said.by("info", "no-such.interleave"))
        .isEqualTo(
            new Said(3, "", "interleave: There is no file no-such.interleave: check the path.\n"));
  }

  @Test
  void aJavaThatIsNotThereOrTooOldIsNamed(@TempDir Path jdk) throws Exception {
    Said missing = Said.by("run", "--headless", LESSON, "--java", "/no/such/java");
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.err()).contains("There is no Java at /no/such/java");

    Files.createDirectories(jdk.resolve("bin"));
    Path java = Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");
    Said old = Said.by("run", "--headless", LESSON, "--java", jdk.toString());
    assertThat(old.code()).isEqualTo(3);
    assertThat(old.err()).contains("is Java 17, and tracing needs 25 or newer");

    Files.delete(jdk.resolve("release"));
    Said none = Said.by("run", "--headless", LESSON, "--java", java.toString());
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("does not tell a Java version");
  }

  @Test
  void aloneWithoutADisplayItSaysWhatItCanDo() {
    Said said = Said.by();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("no display", "--headless", "--figures DIR");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aSummaryGoesToStandardOutputWhereADashIsNamed(@TempDir Path folder) throws Exception {
    Path program = Files.writeString(folder.resolve("Hello.java"), HELLO);
    Said said = Said.by("run", "--headless", program.toString(), "--summary", "-");
    assertThat(said.out()).contains("hello").contains("\"threads\"");
    assertThat(said.code()).isZero();
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : new String[] {"list", "run", "open", "info", "completion", "man"}) {
      assertThat(Said.by(command, "--help").out()).startsWith("Usage: interleave " + command);
    }
    assertThat(Said.by("--help").out()).contains("Exit codes:", "124");
  }

  @Test
  void sizesAreReadAsPeopleWriteThem() {
    assertThat(ByteSize.parse("1048576")).isEqualTo(1 << 20);
    assertThat(ByteSize.parse("500M")).isEqualTo(500L << 20);
    assertThat(ByteSize.parse("2g")).isEqualTo(2L << 30);
    assertThat(ByteSize.parse("64KiB")).isEqualTo(64 << 10);
  }

  @Test
  void whereThereIsNoDisplayThatIsSeen() {
    assertThat(Display.isThere("Linux", null, java.util.Map.of())).isFalse();
    assertThat(Display.isThere("Linux", null, java.util.Map.of("DISPLAY", ":0"))).isTrue();
    assertThat(Display.isThere("Linux", "Headless", java.util.Map.of("DISPLAY", ":0"))).isFalse();
    assertThat(Display.isThere("Windows 11", null, java.util.Map.of())).isTrue();
  }
}
