package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void aClassLiesInTheFileOfTheOutermostOneAndWhatIsNativeInItsLibrary() {
    assertThat(new Frame("shop.Bank$Account", "pay", 27).outermost()).isEqualTo("Bank");
    assertThat(new Frame("libc.so.6", "___pthread_cond_broadcast", 0).outermost())
        .isEqualTo("libc.so.6");
    assertThat(new Frame("libjvm.so", "JavaThread::run", 0).outermost()).isEqualTo("libjvm.so");
    assertThat(new Frame("libjvm.dylib", "JavaThread::run", 0).outermost())
        .isEqualTo("libjvm.dylib");
    assertThat(new Frame("[kernel]", "do_futex", 0).outermost()).isEqualTo("[kernel]");
  }
}
