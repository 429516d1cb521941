package interleave.figure.format;

import interleave.figure.Figure;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A replay as GIF89a, of each picture only what changed. The writer of {@code java.desktop} would
 * start AWT.
 */
final class GifFormat implements FigureFormat {
  @Override
  public String suffix() {
    return ".gif";
  }

  @Override
  public String title() {
    return Words.of("figure").get("gif");
  }

  @Override
  public boolean moves() {
    return true;
  }

  @Override
  public void write(Figure figure, OutputStream out, Progress progress) throws IOException {
    Frames frames = new Frames(figure);
    int last = figure.options().replay().frames() - 1;
    List<int[]> samples =
        List.of(frames.pixels(0), frames.pixels(last / 3), frames.pixels(last * 2 / 3));
    GifColours colours = GifColours.of(figure.palette(), samples);
    out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
    two(out, frames.width());
    two(out, frames.height());
    out.write(new byte[] {(byte) 0xF7, 0, 0}); // 256 colours of 8 bits
    out.write(colours.table());
    if (figure.options().replay().loop()) {
      out.write(new byte[] {0x21, (byte) 0xFF, 11});
      out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[] {3, 1, 0, 0, 0});
    }
    Writer writer = new Writer(colours, out);
    frames.show(writer, progress);
    out.write(0x3B);
  }

  private static void two(OutputStream out, int value) throws IOException {
    out.write(value);
    out.write(value >> 8);
  }

  private static final class Writer implements Frames.Screen {
    private final GifColours colours;
    private final OutputStream out;
    private boolean first = true;

    Writer(GifColours colours, OutputStream out) {
      this.colours = colours;
      this.out = out;
    }

    @Override
    public void show(int[] changed, Frames.Change change, int hundredths) throws IOException {
      out.write(new byte[] {0x21, (byte) 0xF9, 4, (byte) (first ? 4 : 5)}); // it stays
      two(out, hundredths);
      out.write(GifColours.SAME);
      out.write(0);
      out.write(0x2C);
      two(out, change.x());
      two(out, change.y());
      two(out, change.width());
      two(out, change.height());
      out.write(0);
      byte[] indices = new byte[changed.length];
      for (int i = 0; i < indices.length; i++) {
        indices[i] = (byte) (changed[i] == SAME ? GifColours.SAME : colours.index(changed[i]));
      }
      GifCodes.write(indices, out);
      first = false;
    }
  }
}
