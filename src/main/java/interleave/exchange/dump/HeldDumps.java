package interleave.exchange.dump;

import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Thread dumps that a recording of another format holds as texts: each is a moment of its process,
 * whose threads are those of the recording.
 */
public final class HeldDumps {
  private final Intake intake;
  private final DumpRecording recording;

  /**
   * @param process knows its threads by the numbers that the runtime has for them, and those that
   *     have none by the system's, negative
   */
  public HeldDumps(Intake intake, IntakeProcess process) {
    this.intake = intake;
    recording = new DumpRecording(intake, process);
  }

  /**
   * Writes what the text tells.
   *
   * @param time of the recording
   * @return whether there was a dump in it
   */
  public boolean write(String text, long time) throws IOException {
    List<ThreadDump> dumps = new ArrayList<>();
    DumpText lines = new DumpText(dumps::add, intake::unknown);
    text.lines().forEach(lines::line);
    lines.end();
    for (ThreadDump dump : dumps) {
      recording.write(dump, time);
    }
    return !dumps.isEmpty();
  }
}
