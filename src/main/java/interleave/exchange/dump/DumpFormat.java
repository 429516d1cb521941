package interleave.exchange.dump;

import interleave.exchange.intake.Intake;
import interleave.exchange.intake.Lines;
import interleave.exchange.intake.ToldInput;
import interleave.file.Content;
import interleave.file.ContentInput;
import interleave.file.Format;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Thread dumps: of Java by {@code jstack}, {@code jcmd} and {@code kill -3}, of Python by {@code
 * faulthandler} and {@code py-spy dump}; one or several in a file, in several files, or between
 * other output.
 */
public final class DumpFormat implements Format {
  private static final Words WORDS = Words.of("exchange/dump");
  private static final List<String> SUFFIXES = List.of(".tdump", ".threads", ".txt", ".log");

  @Override
  public List<String> suffixes() {
    return SUFFIXES;
  }

  @Override
  public String title() {
    return WORDS.get("title");
  }

  @Override
  public boolean begins(byte[] head) {
    return isJson(head) || DumpText.isIn(Lines.ofHead(head));
  }

  /** Of the JDK's, or of py-spy's. */
  private static boolean isJson(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.UTF_8);
    String bare = text.replaceAll("\\s+", "");
    return bare.startsWith("{\"threadDump\":{")
        || bare.startsWith("[{\"pid\":")
            && bare.contains("\"thread_name\":")
            && bare.contains("\"os_thread_id\":");
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
    return Intake.openAll(files, this::begins, progress, this::read);
  }

  private void read(List<Content> contents, Intake intake) throws IOException {
    DumpRecording recording = new DumpRecording(intake);
    Moments moments = new Moments(recording::write);
    List<String> torn = new ArrayList<>();
    DumpReader reader =
        new DumpReader(
            moments,
            intake::unknown,
            said -> {
              torn.add(said);
              intake.torn(said);
            });
    for (int i = 0; i < contents.size(); i++) {
      Content content = contents.get(i);
      intake.upTo((i + 1.0) / contents.size());
      try (ContentInput in = content.open()) {
        intake.at(in);
        if (isJson(content.head())) {
          reader.json(new ToldInput(in, intake));
        } else {
          reader.text(new Lines(in, intake));
        }
        intake.at(in);
        intake.packing(in);
      }
    }
    moments.end();
    if (moments.timed() + moments.untimed() == 0) {
      String name = contents.getFirst().name();
      throw new IOException(
          torn.isEmpty() ? WORDS.get("none", name) : WORDS.get("none.torn", name, torn.getFirst()));
    }
    told(moments, intake);
  }

  private static void told(Moments moments, Intake intake) {
    if (moments.untimed() > 1) {
      intake.problem(WORDS.count("untimed", moments.untimed()));
    }
    if (moments.timed() > 0) {
      intake.localWall(Instant.EPOCH, 0); // times are on the wall's clock, in whatever zone
    }
  }
}
