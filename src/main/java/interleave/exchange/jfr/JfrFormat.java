package interleave.exchange.jfr;

import interleave.exchange.intake.Intake;
import interleave.file.Content;
import interleave.file.ContentInput;
import interleave.file.Format;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Flight recordings, by the JDK and by async-profiler. */
public final class JfrFormat implements Format {
  private static final Words WORDS = Words.of("exchange/jfr");
  private static final int PIECE = 1 << 16;

  /** Unpacking, or putting together, takes about so much of the whole. */
  private static final double UNPACKED = 0.3;

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
            unpacked(in, intake);
          } else {
            read(file, intake);
          }
        });
  }

  /** Several are chunks of a repository, or what a program dumped one after the other. */
  @Override
  public boolean isOfSeveral() {
    return true;
  }

  @Override
  public OpenedRecording open(List<Path> files, Progress progress) throws IOException {
    return Intake.openAll(files, this::begins, progress, JfrFormat::all);
  }

  private static void read(Path file, Intake intake) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      new FlightImport(channel, intake, intake.upTo(1)).read();
    }
  }

  /** What events mean stands behind them; so all of it has to be there. */
  private static void unpacked(ContentInput in, Intake intake) throws IOException {
    Path whole = intake.scratch();
    try (FileChannel channel = scratch(whole)) {
      intake.upTo(UNPACKED);
      append(in, channel, intake);
      new FlightImport(channel, intake, intake.upTo(1)).read();
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /**
   * One behind the other, as the JDK itself puts chunks together, in the order in which they began.
   */
  private static void all(List<Content> contents, Intake intake) throws IOException {
    List<Content> sorted = new ArrayList<>(contents);
    Map<Content, Long> began = new HashMap<>();
    for (Content each : contents) {
      byte[] head = each.head();
      began.put(
          each,
          ChunkHead.of(head, 0, head.length, 0).map(ChunkHead::startNanos).orElse(Long.MAX_VALUE));
    }
    sorted.sort(Comparator.comparing(began::get));
    Path whole = intake.scratch();
    try (FileChannel channel = scratch(whole)) {
      for (Content each : sorted) {
        intake.upTo(UNPACKED * (sorted.indexOf(each) + 1) / sorted.size());
        try (ContentInput in = each.open()) {
          append(in, channel, intake);
          if (in.damage() != null) {
            intake.missing(in.damage());
          }
        }
      }
      new FlightImport(channel, intake, intake.upTo(1)).read();
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static FileChannel scratch(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void append(ContentInput in, FileChannel to, Intake intake) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    for (int read = in.read(piece.array()); read >= 0; read = in.read(piece.array())) {
      piece.clear().limit(read);
      while (piece.hasRemaining()) {
        to.write(piece);
      }
      intake.at(in);
    }
  }
}
