package interleave.timeline.explain;

import interleave.timeline.CpuTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.CpuText;

/** Sentences about the processor time of processes. */
final class Cpus {
  private static final interleave.words.Words WORDS = interleave.words.Words.of("timeline/cpu");

  private Cpus() {}

  static String sentence(Timeline timeline, int process) {
    CpuTrack cpu = CpuTrack.of(timeline, process);
    return cpu == null
        ? ""
        : WORDS.get(
            "sentence",
            new SentenceWords(timeline).process(process),
            CpuText.share(cpu.share()),
            SentenceWords.took(cpu.usedNs()),
            SentenceWords.took(cpu.end() - cpu.start()),
            CpuText.share(cpu.most()));
  }
}
