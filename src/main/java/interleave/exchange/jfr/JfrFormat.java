package interleave.exchange.jfr;

import interleave.exchange.intake.Intake;
import interleave.file.ContentInput;
import interleave.file.Format;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Flight recordings, by the JDK and by async-profiler. */
public final class JfrFormat implements Format {
  private static final Words WORDS = Words.of("exchange/jfr");
  private static final int PIECE = 1 << 16;

  @Override
  public List<String> suffixes() {
    return List.of(".jfr");
  }

  @Override
  public String title() {
    return WORDS.get("title");
  }

  @Override
  public boolean begins(byte[] head) {
    return head.length >= 4 && ChunkHead.isMagic(head, 0);
  }

  @Override
  public OpenedRecording open(Path file, Progress progress) throws IOException {
    return Intake.open(
        file,
        this::begins,
        progress,
        (in, intake) -> {
          if (in.isPacked()) {
            unpacked(in, intake, progress);
          } else {
            read(file, intake, progress);
          }
        });
  }

  private static void read(Path file, Intake intake, Progress progress) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      new FlightImport(new Window(channel), intake, progress).read();
    }
  }

  /** What events mean stands behind them; so all of it has to be there. */
  private static void unpacked(ContentInput in, Intake intake, Progress progress)
      throws IOException {
    Path whole = intake.scratch();
    try (FileChannel channel =
        FileChannel.open(
            whole,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      java.nio.ByteBuffer piece = java.nio.ByteBuffer.allocate(PIECE);
      for (int read = in.read(piece.array()); read >= 0; read = in.read(piece.array())) {
        piece.clear().limit(read);
        while (piece.hasRemaining()) {
          channel.write(piece);
        }
        intake.at(in);
      }
      new FlightImport(new Window(channel), intake, progress.part(0.3, 1)).read();
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
