package interleave.view.console;

import interleave.timeline.OutputTrack;

/** A row of the console. */
sealed interface ConsoleRow {
  long time();

  String text();

  /** What a process printed. */
  record Printed(OutputTrack.Line line) implements ConsoleRow {
    @Override
    public long time() {
      return line.time();
    }

    @Override
    public String text() {
      return line.text();
    }
  }

  /** What was typed here for the program to read; {@code before} lines had been printed by then. */
  record Typed(long time, String text, int before) implements Between {}

  /** What we have to say of the run; {@code before} as above. */
  record Said(long time, String text, int before) implements Between {}

  /** Something between the printed lines. */
  sealed interface Between extends ConsoleRow {
    /** How many lines had been printed by then. */
    int before();
  }
}
