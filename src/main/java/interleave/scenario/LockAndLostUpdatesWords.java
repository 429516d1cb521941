package interleave.scenario;

import interleave.scenario.Parameter.Switch;
import interleave.scenario.Parameter.WholeNumber;
import java.util.List;
import java.util.Map;

/** What the gallery says of {@link LockAndLostUpdates}. */
final class LockAndLostUpdatesWords {
  private LockAndLostUpdatesWords() {}

  static Scenario scenario() {
    return new Scenario(
        "lock-and-lost-updates",
        Group.THREADS,
        "Lock and lost updates",
        "Threads add and subtract on one balance. With the lock it ends at 0; without it, updates"
            + " get lost.",
        "interleave.scenario.LockAndLostUpdates",
        "LockAndLostUpdates.java",
        List.of(
            new WholeNumber(
                "threads", "threads", "How many threads use the balance.", "2", 2, 8, Map.of()),
            new WholeNumber(
                "loops",
                "loops",
                "How often each thread adds and subtracts.",
                "100000",
                1,
                10_000_000,
                Map.of()),
            new Switch(
                "lock", "lock", "Whether a thread must hold the lock to touch the balance.", "on")),
        """
        Every thread adds its number to the balance and takes it off again, so in the end the balance should be what \
        it was: 0. With the lock only one thread at a time may do so, and the others wait, hatched, for their turn. \
        Waiting costs time, not correctness.

        Turn the lock off and run again. balance = balance + n is not one step: a thread reads, computes on its own \
        copy, and writes. If another thread writes in between, that write is overwritten and its update is lost.
        """
            .strip(),
        List.of(
            new Try("Lock: off — find the first lost update", Map.of("lock", "off")),
            new Try("Only 100 loops: is anything lost?", Map.of("lock", "off", "loops", "100")),
            new Try("Eight threads at one lock", Map.of("threads", "8", "loops", "10000"))),
        List.of("interleave.scenario.LockAndLostUpdates.balance"),
        "lock_and_lost_updates.py");
  }
}
