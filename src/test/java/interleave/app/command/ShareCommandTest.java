package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareCommandTest {
  private static final String RUN = "src/test/resources/interleave/file/format-1/java.interleave";

  @TempDir Path folder;

  private static Said share(Path to, String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "share";
    args[1] = RUN;
    args[2] = "--to";
    args[3] = to.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return Said.by(args);
  }

  @Test
  void recordingsBecomeAPageOrAFolder() throws IOException {
    Path page = folder.resolve("week.html");
    assertThat(share(page, RUN, "--title", "Week 3"))
        .isEqualTo(new Said(0, page + " is written.\n", ""));
    assertThat(Files.readString(page)).contains("<title>Week 3</title>", "id=\"data-2\"");
    Path pages = folder.resolve("pages");
    assertThat(share(pages).out()).startsWith(pages.resolve("index.html") + " is written.\n");
    assertThat(pages.resolve("index.html")).isRegularFile();
  }

  @Test
  void whereItCannotGoIsSaidInASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(share(file).code()).isEqualTo(2);
    assertThat(share(file).err()).contains("notes.txt").hasLineCount(1);
    assertThat(share(folder.resolve("none/page.html")).code()).isEqualTo(2);
    Files.writeString(folder.resolve("index.html"), "mine");
    Said said = share(folder);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("index.html").hasLineCount(1);
    assertThat(file).hasContent("mine");
    assertThat(share(folder.resolve("a.html"), folder.resolve("gone").toString()).code())
        .isEqualTo(3);
    assertThat(folder.resolve("a.html")).doesNotExist();
  }
}
