package interleave.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.scenario.ProgramLanguage;
import org.junit.jupiter.api.Test;

@BesideOthers
class SourceCheckTest {
  @Test
  void mistakesInJavaStandAtTheirLine() throws Exception {
    String wrong = "class A {\n  int n = \"one\";\n  int m() {\n    return nothing;\n  }\n}\n";
    assertThat(SourceCheck.mistakes("A.java", wrong, ProgramLanguage.JAVA))
        .extracting(Mistake::line)
        .containsExactly(2, 4);
    assertThat(SourceCheck.mistakes("A.java", "class A {}", ProgramLanguage.JAVA)).isEmpty();
  }

  @Test
  void mistakesInPythonStandAtTheirLine() throws Exception {
    assertThat(SourceCheck.mistakes("a.py", "n = 1\nif n\n  pass\n", ProgramLanguage.PYTHON))
        .extracting(Mistake::line)
        .containsExactly(2);
    assertThat(SourceCheck.mistakes("a.py", "n = 1\n", ProgramLanguage.PYTHON)).isEmpty();
  }
}
