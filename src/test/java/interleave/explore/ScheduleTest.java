package interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static Schedule of(String text) {
    return Schedule.of(text).orElseThrow();
  }

  @Test
  void aScheduleIsALineWithThreadsThatRepeatWrittenOnce() {
    Schedule schedule = of("lock-and-lost-updates  threads=2 : 0 1x3 1\t2 1.1x1 ");
    assertThat(schedule.target()).isEqualTo("lock-and-lost-updates threads=2");
    assertThat(schedule.choices()).hasSize(7);
    assertThat(schedule).hasToString("lock-and-lost-updates threads=2: 0 1x4 2 1.1");
  }

  @Test
  void aProgramOfOnesOwnMayHaveAColonInItsName() {
    assertThat(of("C:\\Race.java: 1 2").target()).isEqualTo("C:\\Race.java");
  }

  @Test
  void withoutATargetAndWithoutChoicesItIsOneToo() {
    assertThat(of("1 2 2")).hasToString("1 2x2");
    assertThat(of("")).hasToString("");
    assertThat(of("deadlock:")).hasToString("deadlock:");
  }

  @Test
  void whatIsNoScheduleIsNone() {
    for (String text :
        List.of(
            "x", "1 2 x", "1x", "1xx2", "1x0", "-1", "1..2", "1.", "9x9999999", "1x9999999999")) {
      assertThat(Schedule.of("deadlock: " + text)).as(text).isEmpty();
    }
  }

  @Test
  void ofATextThatIsNoScheduleTheFirstWordIsToldThatIsToBlame() {
    assertThat(Schedule.mistake("deadlock: 0 1x3 2")).isEmpty();
    assertThat(Schedule.mistake("deadlock: 0 two 1x0")).contains("two");
    assertThat(Schedule.mistake("0 1x0 2")).contains("1x0");
    assertThat(Schedule.mistake("1 9x9999999")).contains("9x9999999");
    String many = "1x600000 2x600000"; // each for itself is not too much
    assertThat(Schedule.mistake(many)).contains(many);
  }

  @Test
  void threadsComeInTheOrderOfTheirNumbers() {
    List<ThreadId> sorted =
        List.of("10", "2", "1.10", "0", "1.2", "1", "1.2.1").stream()
            .map(ThreadId::new)
            .sorted()
            .toList();
    assertThat(sorted).hasToString("[0, 1, 1.2, 1.2.1, 1.10, 2, 10]");
    assertThat(ThreadId.MAIN.child(3).child(1)).hasToString("3.1");
    assertThat(ThreadId.of("a")).isEqualTo(Optional.empty());
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll("choices") List<String> choices) {
    Schedule schedule = new Schedule("a b=1", choices.stream().map(ThreadId::new).toList());
    assertThat(Schedule.of(schedule.toString())).contains(schedule);
  }

  @Provide
  Arbitrary<List<String>> choices() {
    return Arbitraries.of("0", "1", "2", "1.1", "1.10").list().ofMaxSize(40);
  }
}
