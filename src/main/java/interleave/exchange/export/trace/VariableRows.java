package interleave.exchange.export.trace;

import interleave.event.ValueType;
import interleave.timeline.VariableTrack;
import interleave.words.Words;
import java.io.IOException;
import java.util.List;

/** What watched variables were, and which updates were lost. */
final class VariableRows {
  private static final Words WORDS = Words.of("exchange/export");

  private final Telling telling;

  VariableRows(Telling telling) {
    this.telling = telling;
  }

  void tell() throws IOException {
    for (VariableTrack variable : telling.timeline().variables()) {
      if (variable.type() != ValueType.REFERENCE && telling.what.lanes().isAll()) {
        telling.counter(
            variable.process(),
            variable.name(),
            "",
            variable.size(),
            variable::time,
            i -> variable.number(i));
      }
      for (int i = 0; i < variable.lostUpdates(); i++) {
        lost(variable, variable.lostUpdate(i));
      }
    }
  }

  private void lost(VariableTrack variable, VariableTrack.LostUpdate lost) throws IOException {
    telling.instant(
        telling.tracks.thread(variable.lane(lost.lostWrite())),
        "lost",
        WORDS.get("lost-update", variable.name()),
        variable.time(lost.lostWrite()),
        List.of(
            new Fact("value", variable.shown(lost.lostWrite())), new Fact("age_ns", lost.ageNs())));
  }
}
