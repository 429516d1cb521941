package interleave.view.inspector;

import interleave.timeline.CpuTrack;
import interleave.timeline.layout.CpuText;
import interleave.timeline.layout.Durations;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about the processor time of a process. */
record CpuSubject(Facts facts, CpuTrack cpu) {
  private static final Words WORDS = Words.of("timeline/cpu");

  static CpuSubject of(Facts facts, int process) {
    CpuTrack cpu = CpuTrack.of(facts.timeline(), process);
    if (cpu == null) {
      throw new IndexOutOfBoundsException(process); // a reference into another run
    }
    return new CpuSubject(facts, cpu);
  }

  Subject subject() {
    List<Fact> told = new ArrayList<>();
    told.add(fact("process", facts.process(cpu.process())));
    if (facts.playhead() >= cpu.start() && facts.playhead() <= cpu.end()) {
      told.add(fact("now", CpuText.share(cpu.shareAt(facts.playhead()))));
    }
    told.add(fact("used", Durations.show(cpu.usedNs())));
    told.add(fact("within", Durations.show(cpu.end() - cpu.start())));
    told.add(fact("average", CpuText.share(cpu.share())));
    told.add(fact("most", CpuText.share(cpu.most())));
    return new Subject(WORDS.get("title"), told);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("column." + key), value);
  }
}
