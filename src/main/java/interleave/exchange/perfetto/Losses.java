package interleave.exchange.perfetto;

import interleave.exchange.intake.Intake;
import interleave.exchange.perfetto.wire.Wire;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a file had, or should have had, and what cannot be shown therefore. */
final class Losses {
  private static final Words WORDS = Words.of("exchange/perfetto");

  /** Places where packets of a writer are missing. */
  long gaps;

  /** Packets that name things by numbers of which what they stand for is missing. */
  long nameless;

  /** Events whose clock nobody can tell. */
  long timeless;

  /** Times that the kernel lost events before they were fetched. */
  long kernelGaps;

  /** Bytes that the tool had recorded and has overwritten. */
  long overwritten;

  /** What the scheduler said that stands far from its time in the file. */
  long late;

  private long endsAt = -1;
  private long damagedAt = -1;
  private long damaged;
  private String tooMuch = "";

  void endsEarly(long offset) {
    endsAt = offset;
  }

  void damaged(long offset) {
    damaged++;
    damagedAt = damagedAt < 0 ? offset : damagedAt;
  }

  void tooMuch(TooMuchException what, long offset) {
    tooMuch = WORDS.get("too-much." + what.what(), what.most(), offset);
  }

  /** What was too much already when the file was gone through before. */
  void before(Losses survey) {
    tooMuch = tooMuch.isEmpty() ? survey.tooMuch : tooMuch;
  }

  /**
   * The tool's own word on what it has overwritten, in each of its buffers; the last one counts.
   */
  void statistics(Wire wire, Wire within) {
    overwritten = 0;
    while (wire.next()) {
      if (wire.field() == 1) {
        buffer(wire.into(within));
      }
    }
  }

  private void buffer(Wire wire) {
    while (wire.next()) {
      overwritten += wire.field() == 13 ? wire.number() : 0;
    }
  }

  /** One sentence for each. */
  void tell(Intake intake) {
    torn().forEach(intake::torn);
    leftOut().forEach(intake::missing);
    rest().forEach(intake::problem);
  }

  List<String> sentences() {
    return Stream.of(torn(), leftOut(), rest()).flatMap(List::stream).toList();
  }

  /** Where the file ends though it should not. */
  private List<String> torn() {
    return endsAt < 0 ? List.of() : List.of(WORDS.get("ends-early", endsAt));
  }

  /** What is damaged, or from where on the file was not read any further. */
  private List<String> leftOut() {
    List<String> told = new ArrayList<>();
    if (!tooMuch.isEmpty()) {
      told.add(tooMuch);
    }
    if (damaged > 0) {
      told.add(WORDS.count("damaged", damaged, damagedAt));
    }
    return told;
  }

  private List<String> rest() {
    List<String> told = new ArrayList<>();
    count(told, "gaps", gaps);
    count(told, "nameless", nameless);
    count(told, "timeless", timeless);
    count(told, "kernel-gaps", kernelGaps);
    count(told, "late", late);
    count(told, "overwritten", overwritten);
    return told;
  }

  private static void count(List<String> told, String key, long number) {
    if (number > 0) {
      told.add(WORDS.count(key, number));
    }
  }
}
