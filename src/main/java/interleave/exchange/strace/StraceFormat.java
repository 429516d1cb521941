package interleave.exchange.strace;

import interleave.exchange.intake.Intake;
import interleave.exchange.intake.Lines;
import interleave.exchange.strace.StraceLine.Kind;
import interleave.exchange.strace.StraceLine.Stamp;
import interleave.file.Content;
import interleave.file.Format;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code strace -f -ttt -T} writes, one file or with {@code -ff} one for each thread. */
public final class StraceFormat implements Format {
  private static final Words WORDS = Words.of("exchange/strace");

  /** How ltrace writes calls of libraries and, with SYS before it, of the system. */
  private static final Pattern OF_LIBRARY =
      Pattern.compile(
          "(\\[pid )?[0-9. :\\]]*(<\\.\\.\\. )?(SYS_[a-z0-9_]+|[\\w.+-]+->\\w+|__libc_start_main"
              + "|[mc]alloc|realloc|free|pthread_\\w+|puts|v?f?printf|__\\w+_chk|strlen|strcmp"
              + "|memcpy|memset|usleep)(@[\\w.]+)?(\\(| resumed>).*");

  /** So many lines of a head are looked at, of which most are to be strace's. */
  private static final int LOOKED_AT = 40;

  /** So many letters of a line do to know whether it is ltrace's. */
  private static final int LONGEST = 1000;

  /** To find out who is there takes so much of the whole. */
  private static final double COUNTED = 0.4;

  @Override
  public List<String> suffixes() {
    return List.of(".strace");
  }

  @Override
  public String title() {
    return WORDS.get("title");
  }

  @Override
  public boolean begins(byte[] head) {
    List<String> lines = Lines.ofHead(head);
    int good = 0;
    int bad = 0;
    for (String line : lines.subList(0, Math.min(LOOKED_AT, lines.size()))) {
      StraceLine read = StraceLine.of(line);
      boolean call = read.kind() == Kind.CALL || read.kind() == Kind.BEGUN;
      boolean strict = call && (read.stamp() != Stamp.NONE || read.tid() != 0);
      good += strict || isOwn(read.kind()) ? 1 : 0;
      good +=
          call && !strict && line.contains(") = ") || call && line.contains("<unfinished") ? 1 : 0;
      bad += read.kind() == Kind.OTHER && !line.isBlank() ? 1 : 0;
    }
    return good >= 1 && good > 2 * bad && !isOfLibraries(lines);
  }

  /** Whether these are calls of libraries, in lines like those of strace, as ltrace writes them. */
  public static boolean isOfLibraries(List<String> lines) {
    List<String> some = lines.subList(0, Math.min(LOOKED_AT, lines.size()));
    long such = some.stream().filter(StraceFormat::isOfLibrary).count();
    return such > 0 && such * 4 >= some.size();
  }

  private static boolean isOfLibrary(String line) {
    String begin = line.substring(0, Math.min(LONGEST, line.length()));
    return OF_LIBRARY.matcher(begin).matches();
  }

  private static boolean isOwn(Kind kind) {
    return kind != Kind.OTHER && kind != Kind.CALL && kind != Kind.BESIDE;
  }

  @Override
  public OpenedRecording open(Path file, Progress progress) throws IOException {
    return open(List.of(file), progress);
  }

  @Override
  public boolean isOfSeveral() {
    return true;
  }

  @Override
  public OpenedRecording open(List<Path> files, Progress progress) throws IOException {
    return Intake.openAll(files, this::begins, progress, StraceFormat::read);
  }

  private static void read(List<Content> contents, Intake intake) throws IOException {
    Census census = new Census();
    long found = 0;
    intake.upTo(COUNTED);
    try (MergedLines lines = new MergedLines(contents, intake)) {
      for (StraceLine line = lines.next(); line != null; line = lines.next()) {
        found += census.look(line) ? 1 : 0;
      }
    }
    if (found == 0) {
      throw new IOException(WORDS.get("none", contents.getFirst().name()));
    }
    StraceReader reader = new StraceReader(intake, census);
    intake.upTo(1);
    try (MergedLines lines = new MergedLines(contents, intake)) {
      for (StraceLine line = lines.next(); line != null; line = lines.next()) {
        if (line.stamp() == Stamp.NONE && reader.clock().stamp() == Stamp.NONE && isEvent(line)) {
          throw new IOException(WORDS.get("no-times", contents.getFirst().name(), intake.place()));
        }
        if (lines.isUnended() && line.isTorn()) {
          lines.cut();
        } else {
          reader.line(line);
        }
      }
      reader.end();
      lines.damage().forEach(intake::missing);
    }
    told(reader, intake);
    if (reader.clock().stamp() == Stamp.CLOCK) {
      intake.wall(Instant.EPOCH, 0);
    }
  }

  /** What the file does not tell, though it could have been recorded. */
  private static void told(StraceReader reader, Intake intake) {
    if (reader.roots() > 1) {
      intake.problem(WORDS.get("roots", reader.roots()));
    }
    if (reader.clock().isOfSeconds()) {
      intake.problem(WORDS.get("seconds"));
    }
  }

  private static boolean isEvent(StraceLine line) {
    return switch (line.kind()) {
      case CALL, BEGUN, RESUMED, SIGNAL, STOPPED, EXITED, KILLED, SUPERSEDED -> true;
      case ATTACHED, DETACHED, NOTE, BESIDE, OTHER -> false;
    };
  }
}
