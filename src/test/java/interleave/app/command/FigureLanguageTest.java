package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.app.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A figure asked for in Chinese, in a process whose fonts are the test's choice. */
@EnabledOnOs(OS.LINUX)
class FigureLanguageTest {
  private static final String SAID = "没有找到含汉字的字体";

  @TempDir Path folder;

  @Test
  void whereNoFontHasChineseTheFigureIsEnglishAndThatIsSaidOnce() throws Exception {
    Path fonts = folder.resolve("fonts.conf");
    Files.writeString(
        fonts,
        """
        <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>
        """
            .formatted(Path.of("assets/fonts").toAbsolutePath(), folder.resolve("cache")));
    assertThat(figure(fonts)).containsOnlyOnce(SAID);
  }

  @Test
  void whereAFontHasChineseNothingIsSaid() throws Exception {
    assumeTrue(hasChinese(), "this system has no Chinese font");
    assertThat(figure(null)).doesNotContain(SAID);
  }

  private String figure(Path fonts) throws IOException, InterruptedException {
    Path png = folder.resolve("figure.png");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dinterleave.agent=" + System.getProperty("interleave.agent"));
    command.add("-Dstderr.encoding=UTF-8");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("run", "lock-and-lost-updates", "-p", "loops=10", "--headless"));
    command.addAll(List.of("--language", "zh", "--snapshot", png.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (fonts != null) {
      builder.environment().put("FONTCONFIG_FILE", fonts.toString());
    }
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(png).isNotEmptyFile();
    return said;
  }

  private static boolean hasChinese() throws IOException {
    Process list = new ProcessBuilder("fc-list", ":lang=zh").start();
    return list.getInputStream().readAllBytes().length > 0;
  }
}
