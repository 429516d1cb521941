package interleave.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProcessGroupTest {
  private static ProcessTrack process(int index, long start, long end) {
    return new ProcessTrack(
        index,
        index + 1L,
        0,
        -1,
        "p" + index,
        "",
        "",
        ProcessTrack.Interpreter.UNKNOWN,
        true,
        start,
        end,
        end,
        null,
        ProcessTrack.Origin.UNKNOWN,
        List.of(),
        List.of());
  }

  @Property(tries = 200)
  void soManyLiveAtOnceAtMostAsCountingAtEachBeginGives(
      @ForAll Random random, @ForAll @IntRange(max = 12) int size) {
    List<ProcessTrack> processes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long start = random.nextInt(10);
      boolean lives = random.nextInt(4) == 0;
      processes.add(process(i, start, lives ? Timeline.OPEN : start + random.nextInt(5)));
    }
    ProcessGroup group = new ProcessGroup(processes);
    int most = processes.stream().mapToInt(each -> group.counts(each.start())[0]).max().orElse(0);
    assertThat(group.most()).isEqualTo(most);
  }
}
