package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Flags;
import interleave.timeline.PipeTrack;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signals, values that processes share, pipelines, and what a program tells of itself. */
@BesideOthers
class SignalsInPythonTest {
  private static final String SCRIPT =
      """
      import multiprocessing, os, signal, subprocess, sys, time

      class Handler:
          def method(self, number, frame):
              print("method", number, frame.f_code.co_name)

      def handle(number, frame):
          print("function", number, frame.f_code.co_name)

      def fails(number, frame):
          raise ValueError("no luck")

      def main():
          of = Handler()
          print(signal.signal(signal.SIGUSR1, handle) is signal.SIG_DFL)
          print(signal.getsignal(signal.SIGUSR1) is handle)
          os.kill(os.getpid(), signal.SIGUSR1)
          print(signal.signal(signal.SIGUSR1, of.method) is handle)
          print(signal.getsignal(signal.SIGUSR1) == of.method)
          os.kill(os.getpid(), signal.SIGUSR1)
          print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) == of.method)
          print(signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN)
          print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
          signal.signal(signal.SIGUSR2, fails)
          try:
              os.kill(os.getpid(), signal.SIGUSR2)
          except ValueError as error:
              names = []
              trace = error.__traceback__
              while trace:
                  names.append(trace.tb_frame.f_code.co_name)
                  trace = trace.tb_next
              print(error, names[0], names[-1])
          value = multiprocessing.Value("i", 3)
          value.value += 4
          print(value.value, multiprocessing.Value("d", 0.5).value)
          sys.audit("interleave.process", "Called")
          sys.audit("interleave.counter", "memory", 2.5)
          sys.audit("interleave.counter", "memory", "no number")
          one = subprocess.Popen([sys.executable, "-c", "print('x' * 9)"], stdout=subprocess.PIPE)
          two = subprocess.Popen(
              [sys.executable, "-c", "import sys; print(len(sys.stdin.read()), file=sys.stderr)"],
              stdin=one.stdout)
          one.stdout.close()
          print(one.wait(), two.wait())

      main()
      """;

  private static final String PRINTED =
      """
      True
      True
      function 10 main
      True
      True
      method 10 main
      True
      True
      True
      no luck main fails
      7 0.5
      0 0
      """;

  @Test
  void handlersAreTheProgramsOwnAndThatTheyRunIsTold() throws Exception {
    for (Map.Entry<Path, PythonRun> each :
        Pythons.each(
                Pythons.some(), python -> PythonRun.of(python, List.of("-c", SCRIPT), Map.of()))
            .entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.out()).as(version).isEqualTo(PRINTED);
      assertThat(run.exit()).as(version).isZero();
      assertThat(run.problems()).as(version).isEmpty();
      assertThat(run.of(SIGNAL))
          .as(version)
          .extracting(it -> it.flags() == Flags.HANDLED ? "come " : "sent ")
          .containsExactly("sent ", "come ", "sent ", "come ", "sent ", "come ");
      assertThat(run.of(FIELD_READ, FIELD_WRITE))
          .as(version)
          .extracting(it -> it.kind() + " " + it.value())
          .startsWith("FIELD_READ 3", "FIELD_WRITE 7", "FIELD_READ 7");
      Timeline timeline = run.timeline();
      assertThat(timeline.processes().getFirst().name()).as(version).isEqualTo("Called");
      assertThat(timeline.counterTracks()).as(version).hasSize(1);
      assertThat(timeline.counterTracks().getFirst().value(0)).as(version).isEqualTo(2.5);
      assertThat(timeline.pipes())
          .as(version)
          .filteredOn(it -> it.other() >= 0)
          .extracting(PipeTrack::bytes)
          .containsExactlyInAnyOrder(10L, 10L);
    }
  }
}
