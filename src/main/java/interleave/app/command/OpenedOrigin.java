package interleave.app.command;

import interleave.event.Recording;
import interleave.exchange.export.Excerpt;
import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import java.io.IOException;
import java.util.List;

/** What was opened, as what an export may be made of. */
record OpenedOrigin(OpenedRecording opened, Annotations annotations) implements Excerpt.Origin {
  @Override
  public Recording recording(Progress progress) throws IOException {
    return opened.recording(progress);
  }

  @Override
  public List<? extends FurtherEntry> beside() {
    return List.of(new KeptAnnotations(() -> annotations));
  }
}
