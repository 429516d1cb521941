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
  void numbersOfCallsPlacesInTheProgramAndNamesOfThreadsMayStandBefore() {
    String call = "execve(\"./c1\", [\"./c1\"], 0x7ffe /* 39 vars */) = 0 <0.014091>";
    for (String before :
        new String[] {
          "2055  1796027465.865463 [  59] ",
          "2055  1796027465.865463 [00007fae8fcfead7] ",
          "2055  1796027465.865463 [  59] [????????????????] ",
          "2055<Web Content> 1796027465.865463 ",
          "[pid  2055<c1>] 1796027465.865463 "
        }) {
      StraceLine read = StraceLine.of(before + call);
      assertThat(read.kind()).as(before).isEqualTo(Kind.CALL);
      assertThat(read.tid()).isEqualTo(2055);
      assertThat(read.time()).isEqualTo(1_796_027_465_865_463_000L);
      assertThat(read.name()).isEqualTo("execve");
    }
    assertThat(StraceLine.of("2055<Web Content> 1.5 pause( <unfinished ...>").command())
        .isEqualTo("Web Content");
    String signal = "2043 1796027465.3 [00007f5a2a1f1a3b] --- SIGCHLD {si_pid=6} ---";
    assertThat(StraceLine.of(signal).kind()).isEqualTo(Kind.SIGNAL);
  }

  @Test
  void stacksBytesAndTheTableAreNoCallsAndToldByName() {
    String frame = " > /usr/lib/x86_64-linux-gnu/libc.so.6(usleep+0x45) [0xff295]";
    assertThat(StraceLine.of(frame).name()).isEqualTo("strace-frame");
    String bytes = " | 00000  7f 45 4c 46 02 01 01 03  00 00 00 00 00 00 00 00  .ELF............ |";
    assertThat(StraceLine.of(bytes).name()).isEqualTo("strace-bytes");
    for (String line :
        new String[] {
          "% time     seconds  usecs/call     calls    errors syscall",
          "------ ----------- ----------- --------- --------- ----------------",
          "  9.17    0.002454         111        22           futex",
          "100.00    0.016186          12       220        20 total"
        }) {
      assertThat(StraceLine.of(line).name()).as(line).isEqualTo("strace-summary");
    }
    assertThat(StraceLine.of("100.25 pause() = ?").kind()).isEqualTo(Kind.CALL);
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
