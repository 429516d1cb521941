package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoticeFilterTest {
  private static final String NOTICE = "Picked up JAVA_TOOL_OPTIONS: -javaagent:/a/b.jar";

  @Test
  void theNoticeIsTakenOutHoweverTheBytesArrive() {
    String text = "one\n" + NOTICE + "\ntwo\n" + NOTICE + "\n" + NOTICE + "\nthree";
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      assertThat(through(new NoticeFilter(NOTICE, null), text, 1 + random.nextInt(60)))
          .isEqualTo("one\ntwo\nthree");
    }
  }

  @Test
  void aLineThatIsNotExactlyTheNoticeStays() {
    for (String line :
        new String[] {
          NOTICE + " \n",
          " " + NOTICE + "\n",
          "Picked up JAVA_TOOL_OPTIONS: -javaagent:/a/c.jar\n",
          NOTICE,
          NOTICE.substring(0, 20) + "\n" + NOTICE.substring(20) + "\n",
          "a child said: " + NOTICE + "\n"
        }) {
      for (int step = 1; step < 60; step++) {
        assertThat(through(new NoticeFilter(NOTICE, null), line, step)).isEqualTo(line);
      }
    }
  }

  @Test
  void whatTheProgramWouldHavePrintedWithoutUsStandsInItsPlace() {
    NoticeFilter filter =
        new NoticeFilter(NOTICE + " -Xmx1g", "Picked up JAVA_TOOL_OPTIONS: -Xmx1g");
    assertThat(through(filter, "a\n" + NOTICE + " -Xmx1g\nb\n", 7))
        .isEqualTo("a\nPicked up JAVA_TOOL_OPTIONS: -Xmx1g\nb\n");
  }

  @Test
  void whatIsHeldBackCanBeLetGo() {
    NoticeFilter filter = new NoticeFilter(NOTICE, null);
    byte[] prompt = "Pick a number: ".getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[filter.room(prompt.length)];
    assertThat(filter.filter(prompt, 4, out)).isZero();
    assertThat(filter.holds()).isTrue();
    assertThat(filter.flush(out)).isEqualTo(4);
    assertThat(filter.holds()).isFalse();
    assertThat(filter.flush(out)).isZero();
  }

  private static String through(NoticeFilter filter, String text, int step) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream passed = new ByteArrayOutputStream();
    byte[] out = new byte[filter.room(step)];
    for (int from = 0; from < bytes.length; from += step) {
      int length = Math.min(step, bytes.length - from);
      byte[] chunk = new byte[length];
      System.arraycopy(bytes, from, chunk, 0, length);
      passed.write(out, 0, filter.filter(chunk, length, out));
    }
    passed.write(out, 0, filter.flush(out));
    return passed.toString(StandardCharsets.UTF_8);
  }
}
