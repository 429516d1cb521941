package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class AdoptionTest {
  /** The middle one ends when its input does; the orphan tells that it is there, and stays. */
  private static final String SCRIPT =
      "exec 3<&0; sh -c 'sleep 60 & echo $! >&2; read go <&3' & sleep 60";

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoIsAdoptedIsToldOnceWithItsNewParent() throws Exception {
    Process root = new ProcessBuilder("sh", "-c", SCRIPT).start();
    try {
      long orphan = Long.parseLong(root.errorReader().readLine().strip());
      ProcessTree tree = new ProcessTree(root.toHandle(), "NOT=SET");
      while (tree.look().stream().noneMatch(it -> it.pid() == orphan)) {
        Thread.onSpinWait();
      }
      tree.look();
      assertThat(tree.adoptions()).isEmpty();
      root.getOutputStream().close(); // the middle one ends
      List<ProcessTree.Adoption> all = new ArrayList<>();
      while (all.isEmpty()) {
        tree.look();
        all.addAll(tree.adoptions());
      }
      ProcessHandle child = ProcessHandle.of(orphan).orElseThrow();
      assertThat(all).hasSize(1);
      assertThat(all.getFirst().child()).isEqualTo(orphan);
      assertThat(all.getFirst().parent()).isEqualTo(child.parent().orElseThrow().pid());
      assertThat(all.getFirst().name()).isNotEmpty();
      tree.look();
      assertThat(tree.adoptions()).isEmpty();
      child.destroyForcibly();
    } finally {
      root.descendants().forEach(ProcessHandle::destroyForcibly);
      root.destroyForcibly();
    }
  }
}
