package interleave.exchange.strace;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.strace.StraceLine.Kind;
import interleave.exchange.strace.StraceLine.Stamp;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StraceLineTest {
  private static Call call(String line) {
    StraceLine read = StraceLine.of(line);
    return new Call(read.tid(), read.name(), read.text(), read.result(), 0, read.took());
  }

  @Test
  void prefixesAreOfManyForms() {
    StraceLine file = StraceLine.of("7  1795984223.5 read(3, \"\", 1) = 0 <0.25>");
    assertThat(file.tid()).isEqualTo(7);
    assertThat(file.time()).isEqualTo(1_795_984_223_500_000_000L);
    assertThat(file.took()).isEqualTo(250_000_000);
    StraceLine terminal = StraceLine.of("[pid  70] 23:59:59.000001 pause( <unfinished ...>");
    assertThat(terminal.tid()).isEqualTo(70);
    assertThat(terminal.stamp()).isEqualTo(Stamp.DAY);
    assertThat(terminal.kind()).isEqualTo(Kind.BEGUN);
    StraceLine relative = StraceLine.of("     0.000246 brk(NULL)           = 0x55");
    assertThat(relative.tid()).isZero();
    assertThat(relative.stamp()).isEqualTo(Stamp.SINCE_LAST);
    assertThat(relative.time()).isEqualTo(246_000);
    assertThat(StraceLine.of("brk(NULL) = 0x55").stamp()).isEqualTo(Stamp.NONE);
  }

  @Test
  void whatStandsInStringsIsNoResultAndNoArgument() {
    Call write = call("1.5 write(1, \"a) = 4, \\\"b\", 9) = -1 EAGAIN (Try again)");
    assertThat(write.result()).isEqualTo("-1 EAGAIN (Try again)");
    assertThat(write.failed()).isTrue();
    assertThat(write.arg(1)).isEqualTo("\"a) = 4, \\\"b\"");
    assertThat(write.arg(2)).isEqualTo("9");
    assertThat(write.arg(3)).isEmpty();
  }

  @Test
  void endsAndSignalsAreKnown() {
    assertThat(StraceLine.of("5 1.5 +++ exited with 3 +++").text()).isEqualTo("3");
    StraceLine killed = StraceLine.of("5 1.5 +++ killed by SIGSEGV (core dumped) +++");
    assertThat(killed.kind()).isEqualTo(Kind.KILLED);
    assertThat(killed.text()).isEqualTo("SIGSEGV");
    assertThat(SignalNumbers.of(killed.text())).isEqualTo(11);
    StraceLine signal = StraceLine.of("5 1.5 --- SIGCHLD {si_signo=SIGCHLD, si_pid=6} ---");
    assertThat(signal.name()).isEqualTo("SIGCHLD");
    assertThat(StraceLine.of("strace: Process 12 attached").kind()).isEqualTo(Kind.ATTACHED);
    assertThat(StraceLine.of("hello (world)").kind()).isEqualTo(Kind.OTHER);
  }

  @Test
  void theDayEndsAtMidnight() {
    Clock clock = new Clock();
    long before = clock.at(StraceLine.of("23:59:59.5 pause() = ?"));
    assertThat(clock.at(StraceLine.of("00:00:00.5 pause() = ?")) - before)
        .isEqualTo(1_000_000_000L);
  }

  @Test
  void noLineHarms() {
    Random random = new Random(3);
    String real = "[pid 12] 12:00:00.5 <... futex resumed>) = ? ERESTARTSYS (To be) <0.000248>";
    for (int i = 0; i < 20_000; i++) {
      char[] line = real.substring(random.nextInt(20)).toCharArray();
      for (int k = 0; k < 3; k++) {
        line[random.nextInt(line.length)] = "([{<\"'=>+- 0".charAt(random.nextInt(12));
      }
      StraceLine read = StraceLine.of(new String(line));
      assertThat(read.tid()).isNotNegative();
      assertThat(new Call(1, read.name(), read.text(), read.result(), 0, 0).arg(2)).isNotNull();
    }
  }
}
