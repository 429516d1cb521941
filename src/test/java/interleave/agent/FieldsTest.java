package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Fields;
import interleave.event.Event;
import interleave.event.ValueType;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of watched fields. */
class FieldsTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run =
        Traced.launch()
            .env(
                "INTERLEAVE_WATCH",
                "Fields.balance, Shared.late,interleave.agent.fixture.Fields.Shared.count,"
                    + "Shared.rate,Shared.open,Shared.small,Shared.shorter,Shared.letter,Shared.half,"
                    + "Shared.looks,Shared.any,Shared.numbers,Nobody.nothing,nonsense")
            .run(Fields.class);
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Fields.class);
    // The race ends with whatever it ends with.
    assertThat(run.out.substring(run.out.indexOf('\n')))
        .isEqualTo(plain.out.substring(plain.out.indexOf('\n')));
    assertThat(run.err).isEmpty();
  }

  @Test
  void everyReadReturnsWhatTheWriteBeforeItWrote() {
    List<Event> events = run.about("Fields.balance");
    assertThat(events).hasSize(2 * Fields.TIMES * 4 + 1);
    long value = 0;
    long time = 0;
    for (Event event : events) {
      assertThat(event.time()).isGreaterThan(time);
      time = event.time();
      assertThat(event.flags()).isEqualTo(ValueType.INT.code());
      if (event.kind() == FIELD_WRITE) {
        value = event.value();
      } else {
        assertThat(event.value()).isEqualTo(value);
      }
    }
    assertThat(run.out).startsWith(value + "\n");
  }

  @Test
  void theLostUpdatesExplainWhereTheRaceEnded() {
    // A write of a thread changes the balance by what the thread meant, and takes back what others
    // wrote since that thread read.
    int[] read = new int[2];
    int a = run.thread("a");
    long expected = 0;
    long value = 0;
    for (Event event : run.about("Fields.balance")) {
      int who = event.thread() == a ? 0 : 1;
      if (event.kind() == FIELD_READ) {
        read[who] = (int) event.value();
      } else {
        assertThat(Math.abs(event.value() - read[who])).isEqualTo(5);
        long meant = event.value() - read[who];
        long lost = value - read[who];
        expected += meant - lost;
        value = event.value();
      }
    }
    assertThat(expected).isEqualTo(value);
  }

  @Test
  void allTypesOfFieldsTellTheirValues() {
    assertThat(write("Shared.rate")).isEqualTo(Double.doubleToLongBits(0.5));
    assertThat(write("Shared.half")).isEqualTo(Float.floatToIntBits(1.5f));
    assertThat(write("Shared.open")).isEqualTo(1);
    assertThat(write("Shared.small")).isEqualTo(-3);
    assertThat(write("Shared.shorter")).isEqualTo(-300);
    assertThat(write("Shared.letter")).isEqualTo('x');
    assertThat(write("Shared.any")).isZero();
    assertThat(run.about("Shared.any").getFirst().value()).isNotZero();
    assertThat(run.about("Shared.numbers")).extracting(Event::kind).contains(FIELD_READ);
  }

  @Test
  void anObjectIsShownWithoutBeingAsked() {
    List<Event> written =
        run.about("Shared.looks").stream().filter(event -> event.kind() == FIELD_WRITE).toList();
    List<String> looks = written.stream().map(event -> String.valueOf(event.text())).toList();
    assertThat(looks.subList(0, 8))
        .containsExactly(
            "\"Anna\\n\"", "\"" + "x".repeat(59) + "…\"", "7", "'c'", "2.5", "true", "RED", "null");
    assertThat(looks.subList(8, 13).toString().replaceAll("@[0-9a-f]+", "@"))
        .isEqualTo("[Silent@, Point(1, a)@, AtomicInteger@, int[2]@, BigInteger@]");
    assertThat(written.get(7).value()).isZero();
    assertThat(run.about("Shared.looks"))
        .as("what is read is as it was written")
        .filteredOn(event -> event.kind() == FIELD_READ && event.text() != null)
        .hasSize(1) // of the record, which may hold what changes
        .allMatch(event -> String.valueOf(event.text()).startsWith("Point(1, a)@"));
  }

  private static long write(String name) {
    return run.about(name).stream()
        .filter(event -> event.kind() == FIELD_WRITE)
        .toList()
        .getLast()
        .value();
  }

  @Test
  void aFieldOfTwoObjectsIsTwoVariables() {
    assertThat(run.about("Shared.count")).extracting(Event::value).containsExactly(7L, 7L, 7L, 8L);
    assertThat(run.about("Shared.count@2")).extracting(Event::value).containsExactly(0L, 8L, 8L);
  }

  @Test
  void aStaticFieldIsOneVariableWhoeverInitialisesItsClass() {
    assertThat(run.about("Shared.late"))
        .extracting(Event::value)
        .containsExactly(40L, 40L, 42L, 42L, 43L);
  }
}
