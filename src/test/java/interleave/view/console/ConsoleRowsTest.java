package interleave.view.console;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.OutputTrack;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class ConsoleRowsTest {
  private final ConsoleRows rows = new ConsoleRows();

  @Test
  void whatWasTypedStandsBetweenTheLinesWhereItWasTyped() {
    rows.type(1, "first");
    rows.take(new Numbered(2));
    rows.type(12, "second");
    rows.type(13, "third");
    rows.take(new Numbered(3));
    assertThat(texts()).containsExactly("first", "line 0", "line 1", "second", "third", "line 2");
  }

  @Test
  void aFloodIsOneChangeAndNoLineIsLookedAt() {
    AtomicInteger changes = new AtomicInteger();
    rows.addListener(
        (ListChangeListener<ConsoleRow>)
            change -> {
              changes.incrementAndGet();
              assertThat(change.next()).isTrue();
              assertThat(change.getAddedSize()).isEqualTo(1_000_000);
            });
    Numbered flood = new Numbered(1_000_000);
    rows.take(flood);
    assertThat(changes).hasValue(1);
    assertThat(flood.asked).hasValue(0);
    assertThat(rows.get(999_999).text()).isEqualTo("line 999999");
  }

  @Test
  void anotherRunBeginsWithoutRows() {
    rows.take(new Numbered(2));
    rows.type(1, "typed");
    rows.clearRows();
    assertThat(rows).isEmpty();
    rows.take(new Numbered(1));
    assertThat(texts()).containsExactly("line 0");
  }

  private List<String> texts() {
    return rows.stream().map(ConsoleRow::text).toList();
  }

  private record Numbered(int size, AtomicInteger asked) implements OutputTrack {
    Numbered(int size) {
      this(size, new AtomicInteger());
    }

    @Override
    public Line line(int i) {
      asked.incrementAndGet();
      return new Line(i, 10 + i, 0, 0, false, "line " + i);
    }

    @Override
    public int at(long time) {
      return (int) Math.min(size - 1, time - 10);
    }
  }
}
