package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.Main;
import interleave.typeface.SystemFonts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure asked for in Chinese, in a process whose fonts are the test's choice. */
class FigureLanguageTest {
  private static final String SAID = "没有找到含汉字的字体";

  @TempDir Path folder;

  @Test
  void whereNoFontHasChineseTheFigureIsEnglishAndThatIsSaidOnce() throws Exception {
    assertThat(figure(folder)).containsOnlyOnce(SAID);
  }

  @Test
  void whereAFontHasChineseNothingIsSaid() throws Exception {
    assertThat(figure(Path.of("src/test/resources/interleave/fonts"))).doesNotContain(SAID);
  }

  private String figure(Path fonts) throws IOException, InterruptedException {
    Path png = folder.resolve("figure.png");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dinterleave.agent=" + System.getProperty("interleave.agent"));
    command.add("-Dstderr.encoding=UTF-8");
    command.add("-D" + SystemFonts.FOLDERS + "=" + fonts.toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("run", "lock-and-lost-updates", "-p", "loops=10", "--headless"));
    command.addAll(List.of("--language", "zh", "--snapshot", png.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(png).isNotEmptyFile();
    return said;
  }
}
