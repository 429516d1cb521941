package interleave.exchange.perfetto;

import interleave.exchange.intake.Intake;
import interleave.file.Content;
import interleave.file.ContentInput;
import interleave.file.Format;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Traces of Perfetto's, which Android, Chrome and programs with its library write. */
public final class PerfettoFormat implements Format {
  private static final Words WORDS = Words.of("exchange/perfetto");

  /** Going through a file for the first time takes about so much of the whole. */
  private static final double SURVEY = 0.3;

  @Override
  public List<String> suffixes() {
    return List.of(".pftrace", ".perfetto-trace");
  }

  @Override
  public String title() {
    return WORDS.get("title");
  }

  @Override
  public boolean begins(byte[] head) {
    return FirstPacket.isOne(head);
  }

  @Override
  public OpenedRecording open(Path file, Progress progress) throws IOException {
    Survey survey = survey(file, progress.part(0, SURVEY));
    return Intake.open(
        file, this::begins, progress.part(SURVEY, 1), (in, intake) -> draw(in, intake, survey));
  }

  private Survey survey(Path file, Progress progress) throws IOException {
    Unknown unheard = new Unknown(new FieldNames());
    Survey survey = new Survey(new Limits(), unheard);
    try (ContentInput in = Content.of(file, this::begins).open();
        PacketReading reading = new PacketReading(survey, unheard, survey.losses)) {
      reading.read(in, () -> Progress.check(progress, in.taken(), in.size()));
    }
    survey.flows.order(survey.clocks);
    return survey;
  }

  private static void draw(ContentInput in, Intake intake, Survey survey) throws IOException {
    Unknown unknown = new Unknown(new FieldNames());
    Losses losses = new Losses();
    Drawing drawing = new Drawing(survey, intake, unknown, losses);
    try (PacketReading reading = new PacketReading(drawing, unknown, losses)) {
      reading.read(in, () -> intake.at(in));
    }
    losses.before(survey.losses);
    drawing.finish();
  }
}
