package interleave.exchange.chrome;

import interleave.exchange.intake.Intake;
import java.io.IOException;

/**
 * With which stacks an event began and ended, as a text before its arguments. Most often the file
 * tells them behind its events: until then a text names a template.
 */
final class StackTexts {
  private static final String BEGAN = "stack=";
  private static final String ENDED = "end-stack=";

  private final Intake intake;
  private final StackFrames frames;

  /**
   * The stacks of an event, by their keys.
   *
   * @param began "" where that is not told, as {@code ended}
   */
  record Both(String began, String ended) {}

  StackTexts(Intake intake, StackFrames frames) {
    this.intake = intake;
    this.frames = frames;
  }

  /** Whether an event tells of any. */
  static boolean areTold(Batch batch, int base) {
    return (batch.fields[base + Batch.STACK] | batch.fields[base + Batch.END_STACK]) != 0;
  }

  /** Puts those of an event before its arguments, and returns how long the text is then. */
  int before(Batch batch, int base, TraceProcess process, ArgumentText arguments, int length)
      throws IOException {
    if (!areTold(batch, base)) {
      return length;
    }
    String first = key(batch, base + Batch.STACK);
    boolean ends =
        batch.fields[base + Batch.PHASE] == 'E' || batch.fields[base + Batch.PHASE] == 'e';
    Both both = ends ? new Both("", first) : new Both(first, key(batch, base + Batch.END_STACK));
    int template = process.template(both);
    return template == 0 ? length : arguments.behind(template, length);
  }

  private static String key(Batch batch, int field) {
    return JsonText.of(batch, batch.fields[field], StackFrames.LONGEST);
  }

  /** All frames are known: says what the templates of a process are. */
  void finish(TraceProcess process) throws IOException {
    for (Both each : process.stacks()) {
      String began = text(BEGAN, each.began);
      String ended = text(ENDED, each.ended);
      String space = began.isEmpty() || ended.isEmpty() ? "" : " ";
      process.process().template(each, began + space + ended);
    }
  }

  private String text(String head, String key) {
    String stack = key.isEmpty() ? "" : frames.text(key);
    if (stack.isEmpty() && !key.isEmpty()) {
      intake.unknown("no-frames");
    }
    return stack.isEmpty() ? "" : head + stack;
  }
}
