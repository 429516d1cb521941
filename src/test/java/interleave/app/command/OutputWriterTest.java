package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a run that has ended. */
class OutputWriterTest {
  @Test
  void whatWasToBeWatchedAndWasNeverReadNorWrittenIsSaid() {
    Trace trace = new Trace();
    Trace.Process bank = trace.python(7, "bank.py", 0);
    int balance = bank.object(ObjectType.VARIABLE, 0, "balance");
    int owner = bank.object(ObjectType.VARIABLE, 0, "Account.owner");
    bank.thread(1, "MainThread").at(1).reads(balance, 0).at(2).writes(owner, 5);
    assertThat(
            OutputWriter.unseen(
                List.of("balance", "bank.balance", "owner", "ballance", "Account.money"),
                trace.end()))
        .containsExactly("ballance", "Account.money");
  }
}
