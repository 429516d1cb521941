package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowSettingsTest {
  @TempDir Path folder;

  @Test
  void whatWasPutIsThereTheNextTime() {
    Path file = folder.resolve("a").resolve("window.properties");
    WindowSettings settings = WindowSettings.in(file);
    settings.put("theme", "dark");
    settings.put("gallery", 260.4);
    settings.save();
    WindowSettings again = WindowSettings.in(file);
    assertThat(again.text("theme", "light")).isEqualTo("dark");
    assertThat(again.number("gallery", 1, 0, 1_000)).isEqualTo(260);
  }

  @Test
  void aDamagedFileCountsAsNone() throws IOException {
    Path file = folder.resolve("window.properties");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\\', 'u', 'x'});
    assertThat(WindowSettings.in(file).text("theme", "light")).isEqualTo("light");
    Files.writeString(file, "theme=\\uZZZZ\nwidth=NaN\nheight=1e99\n");
    WindowSettings settings = WindowSettings.in(file);
    assertThat(settings.number("width", 1440, 900, 16_000)).isEqualTo(1440);
    assertThat(settings.number("height", 900, 600, 16_000)).isEqualTo(900);
  }

  @Test
  void recentRecordingsAreNewestFirstAndOnlyThoseThatExist() throws IOException {
    WindowSettings settings = WindowSettings.in(folder.resolve("window.properties"));
    Path one = Files.createFile(folder.resolve("one.interleave"));
    Path two = Files.createFile(folder.resolve("two.interleave"));
    settings.remember(one);
    settings.remember(two);
    settings.remember(one);
    assertThat(settings.recent()).containsExactly(one, two);
    Files.delete(two);
    assertThat(settings.recent()).containsExactly(one);
  }

  @Test
  void everySystemHasItsPlace() {
    Path home = Path.of("/home/a");
    assertThat(WindowSettings.file("Linux", Map.of("XDG_CONFIG_HOME", "/x")::get, home))
        .isEqualTo(Path.of("/x/interleave/window.properties"));
    assertThat(WindowSettings.file("Linux", _ -> null, home))
        .isEqualTo(Path.of("/home/a/.config/interleave/window.properties"));
    assertThat(WindowSettings.file("Mac OS X", _ -> null, home))
        .isEqualTo(Path.of("/home/a/Library/Application Support/Interleave/window.properties"));
    assertThat(WindowSettings.file("Windows 11", Map.of("APPDATA", "/r")::get, home))
        .isEqualTo(Path.of("/r/Interleave/window.properties"));
  }
}
