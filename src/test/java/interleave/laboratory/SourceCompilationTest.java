package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceCompilationTest {
  @Test
  void whatTheLauncherTakesForASourceFileTheJvmOfItsClassesDoesNotGet() {
    assertThat(SourceCompilation.left(List.of("--enable-preview", "--source", "25", "-Da=b")))
        .containsExactly("--enable-preview", "-Da=b");
    assertThat(SourceCompilation.left(List.of("-Da=b"))).containsExactly("-Da=b");
  }
}
