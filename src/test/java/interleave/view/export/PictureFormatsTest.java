package interleave.view.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFormatsTest {
  @TempDir Path folder;

  private final Still still = new Still(new WritableImage(3, 2));

  @Test
  void aFileIsOfTheFormatThatItsNameTells() throws IOException {
    PictureFormats formats = new PictureFormats(List.of(new PngFormat(), new Measures()));
    formats.save(still, folder.resolve("a.png"));
    formats.save(still, folder.resolve("a.measures"));
    formats.save(still, folder.resolve("a.other"));
    assertThat(folder.resolve("a.png")).binaryContent().startsWith(0x89, 'P', 'N', 'G');
    assertThat(folder.resolve("a.measures")).hasContent("3 × 2");
    assertThat(folder.resolve("a.other")).binaryContent().startsWith(0x89, 'P', 'N', 'G');
    assertThat(still.size()).isEqualTo("3 × 2");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    Path file = Files.writeString(folder.resolve("a.measures"), "old");
    PictureFormats formats = new PictureFormats(List.of(new Measures()));
    assertThatThrownBy(() -> formats.save(new Still(new WritableImage(1, 1)), file))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
  }

  private static final class Measures implements PictureFormat {
    @Override
    public String suffix() {
      return ".measures";
    }

    @Override
    public String title() {
      return "How large it is";
    }

    @Override
    public void write(Still still, OutputStream out) throws IOException {
      if (still.pixels().getWidth() < 2) {
        throw new IOException("it is too small");
      }
      out.write(still.size().getBytes(StandardCharsets.UTF_8));
    }
  }
}
