package interleave.scenario;

import interleave.scenario.Parameter.Choice;
import interleave.scenario.Parameter.Choice.Option;
import interleave.scenario.Parameter.Seconds;
import interleave.scenario.Parameter.Texts;
import interleave.scenario.Parameter.WholeNumber;
import java.util.List;
import java.util.Map;

/** What the gallery says of {@link QueueBetweenProcesses}. */
final class QueueBetweenProcessesWords {
  private QueueBetweenProcessesWords() {}

  static Scenario scenario() {
    return new Scenario(
        "queue-between-processes",
        Group.PROCESSES,
        "Queue between processes",
        "A writer process puts A, B, C; a reader process blocks on get, then is terminated.",
        "interleave.scenario.QueueBetweenProcesses",
        "QueueBetweenProcesses.java",
        List.of(
            new Texts(
                "values", "values", "What the writer puts, one after the other.", "A,B,C", 100, 40),
            new Seconds(
                "pause",
                "pause",
                "After each put the writer sleeps a random time, up to this long.",
                "1",
                0,
                10,
                true),
            new WholeNumber(
                "capacity",
                "capacity",
                "How many messages fit into the queue; put waits while it is full. 0: as many as"
                    + " you like.",
                "0",
                0,
                1000,
                Map.of("0", "unbounded")),
            new WholeNumber(
                "readers",
                "readers",
                "How many processes read from the queue.",
                "1",
                1,
                4,
                Map.of()),
            new Seconds(
                "reader-pause",
                "reader pause",
                "How long a reader is busy with each message.",
                "0",
                0,
                10,
                false),
            new Choice(
                "ending",
                "reader",
                "How the reader, which reads in a loop, comes to its end.",
                "terminate",
                List.of(
                    new Option("terminate", "terminate after writer"),
                    new Option("last-word", "told when nothing more comes"))),
            Catalogue.seed()),
        """
        The reader has nothing to do until a message arrives: it is blocked in get, not running. Each arrow is one \
        message. Its slope is the time that the message spent in the queue.

        The parent waits for the writer, which ends by itself. The reader loops for ever, so nobody can wait for its \
        end: the parent terminates it. A message that is still in the queue then is lost, for nobody will ever get it.
        """
            .strip(),
        List.of(
            new Try(
                "Make the reader slower than the writer",
                Map.of("reader-pause", "0.8", "pause", "0.3")),
            new Try(
                "Bound the queue to 1 and watch put block",
                Map.of(
                    "capacity", "1", "values", "A,B,C,D,E", "pause", "0", "reader-pause", "0.4")),
            new Try("Start a second reader: who gets B?", Map.of("readers", "2")),
            new Try(
                "Tell the reader when nothing more comes",
                Map.of("ending", "last-word", "reader-pause", "0.8"))),
        List.of(),
        "queue_between_processes.py");
  }
}
