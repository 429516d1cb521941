package interleave.figure.format;

import interleave.figure.Figure;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A replay as animated PNG, in all its colours; of each picture only what changed. */
final class ApngFormat implements FigureFormat {
  @Override
  public String suffix() {
    return ".apng";
  }

  @Override
  public String title() {
    return Words.of("figure").get("apng");
  }

  @Override
  public boolean moves() {
    return true;
  }

  /** How many pictures there are stands before them, and is known after them. */
  @Override
  public void write(Figure figure, OutputStream out, Progress progress) throws IOException {
    Frames frames = new Frames(figure);
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    Writer writer = new Writer(pictures);
    int count = frames.show(writer, progress);
    PngFile file = new PngFile(out, frames.width(), frames.height(), PngFile.WITH_ALPHA);
    file.tell("Title", figure.caption().title());
    int plays = figure.options().replay().loop() ? 0 : 1;
    file.chunk("acTL", ByteBuffer.allocate(8).putInt(count).putInt(plays).array());
    pictures.writeTo(out);
    file.end();
  }

  private static final class Writer implements Frames.Screen {
    private static final int DISPOSE_NONE = 0;
    private static final int BLEND_OVER = 1;

    private final PngFile chunks;
    private int sequence;

    Writer(ByteArrayOutputStream out) {
      chunks = PngFile.chunks(out);
    }

    @Override
    public void show(int[] changed, Frames.Change change, int hundredths) throws IOException {
      boolean first = sequence == 0;
      ByteBuffer control = ByteBuffer.allocate(26).putInt(sequence++);
      control.putInt(change.width()).putInt(change.height()).putInt(change.x()).putInt(change.y());
      control.putShort((short) hundredths).putShort((short) 100);
      chunks.chunk("fcTL", control.put((byte) DISPOSE_NONE).put((byte) BLEND_OVER).array());
      byte[] packed;
      try (PngLines lines = new PngLines(change.width(), 4)) {
        lines.add(changed, 0, change.width(), change.height());
        packed = lines.end();
      }
      if (first) {
        chunks.chunk("IDAT", packed);
      } else {
        ByteBuffer data = ByteBuffer.allocate(4 + packed.length).putInt(sequence++).put(packed);
        chunks.chunk("fdAT", data.array());
      }
    }
  }
}
