package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Nulls;
import org.junit.jupiter.api.Test;

/** What the JVM says of something that is null, where there is a hook, and of its threads. */
class NullsTest {
  /** Those of compilers are counted as the program's: all of them come first. */
  private static final String ALL_COMPILERS = "-XX:-UseDynamicNumberOfCompilerThreads";

  @Test
  void ofANullTheJvmSaysWhatTheSourceCallsIt() throws Exception {
    Traced plain = Traced.launch().option(ALL_COMPILERS).untraced().run(Nulls.class);
    Traced run = Traced.launch().option(ALL_COMPILERS).run(Nulls.class);
    assertThat(plain.out).contains("because \"this.lock\" is null");
    assertThat(plain.out).contains("Finalizer");
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.exit).isEqualTo(plain.exit).isOne();
  }
}
