package interleave.scenario;

import interleave.scenario.Parameter.Seconds;
import interleave.scenario.Parameter.WholeNumber;
import java.util.List;
import java.util.Map;

/** What the gallery says of {@link PoolOfProcesses}. */
final class PoolOfProcessesWords {
  private PoolOfProcessesWords() {}

  static Scenario scenario() {
    return new Scenario(
        "process-pool",
        Group.PROCESSES,
        "Process pool",
        "Four worker processes share five tasks; the fifth waits until a worker is free.",
        "interleave.scenario.PoolOfProcesses",
        "PoolOfProcesses.java",
        List.of(
            new WholeNumber(
                "workers",
                "workers",
                "How many processes the pool keeps ready.",
                "4",
                1,
                16,
                Map.of()),
            new WholeNumber(
                "tasks", "tasks", "How many tasks are handed to the pool.", "5", 1, 100, Map.of()),
            new Seconds(
                "longest",
                "length",
                "Each task takes a random time, up to this long.",
                "3",
                0,
                10,
                true),
            Catalogue.seed()),
        """
        The parent hands over all five tasks at once and goes on: handing over is not waiting. Four workers take one \
        task each and work at the same time. Nobody is left for the fifth task, so it stays in the pool's queue until \
        the first worker is done.

        Then the parent closes the pool, which means that no more tasks will come, and joins it. Its lane is dotted \
        for as long as it waits. The whole takes about as long as the busiest worker, not as long as all tasks together.
        """
            .strip(),
        List.of(
            new Try("One worker for each task", Map.of("workers", "5")),
            new Try("A single worker: one after the other", Map.of("workers", "1", "longest", "1")),
            new Try(
                "Twenty short tasks: who takes how many?",
                Map.of("tasks", "20", "longest", "0.3"))),
        List.of(),
        "process_pool.py");
  }
}
