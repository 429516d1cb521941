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

  @Test
  void framesOfLambdasAndOfFormsOfThemHaveNoNameOfTheirOwn() {
    assertThat(new Frame("shop.Bank$$Lambda.0x000000005b045a10", "run", 0).isMadeUp()).isTrue();
    assertThat(new Frame("shop.Bank$$Lambda+0x000000005b045a10", "run", 0).isMadeUp()).isTrue();
    assertThat(new Frame("shop.Bank$$Lambda$14", "run", 0).isMadeUp()).isTrue();
    assertThat(new Frame("java.lang.invoke.LambdaForm$MH.0x000000005b046000", "invoke", 0))
        .matches(Frame::isMadeUp);
    assertThat(new Frame("shop.Bank", "lambda$pay$0", 7).isMadeUp()).isFalse();
    assertThat(new Frame("libc.so.6", "memcpy", 0).isMadeUp()).isFalse();
  }
}
