package interleave.view.session;

import interleave.words.Words;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hands typed lines to a program, one after the other. A program that does not read holds up who
 * writes to it, and must not hold up anything else.
 */
final class Typing {
  private static final Words WORDS = Words.of("view/session");

  private final Executor typist;
  private final Executor home;
  private final Consumer<Notice> notices;

  Typing(Executor typist, Executor home, Consumer<Notice> notices) {
    this.typist = typist;
    this.home = home;
    this.notices = notices;
  }

  void line(RecordedRun take, String line) {
    type(() -> take.input(line), line);
  }

  void end(RecordedRun take) {
    type(take::endInput, "");
  }

  private interface Stroke {
    void into() throws IOException;
  }

  private void type(Stroke stroke, String line) {
    typist.execute(
        () -> {
          try {
            stroke.into();
          } catch (IOException e) {
            home.execute(
                () ->
                    notices.accept(
                        Notice.warning(WORDS.get("notice.no-input"), line, Errors.sentence(e))));
          }
        });
  }
}
