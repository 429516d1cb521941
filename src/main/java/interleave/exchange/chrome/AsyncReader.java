package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import interleave.exchange.intake.Later;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside threads: {@code b}, {@code n}, {@code e}, and as it was written before them,
 * {@code S}, {@code T}, {@code p}, {@code F}. An end may stand in the file before its begin, as
 * threads write their events in pieces; so all is looked at in the order of times.
 */
final class AsyncReader implements PhaseReader {
  private static final int LONGEST = 300;
  private static final int BEGIN = 'b';
  private static final int END = 'e';
  private static final int MOMENT = 'n';

  private final Intake intake;
  private final Later later;
  private final ArgumentText arguments;
  private final StackTexts stacks;
  private final AsyncRows rows = new AsyncRows();
  private final List<IntakeProcess> processes = new ArrayList<>();
  private byte[] text = new byte[1 << 11];
  private int length;

  AsyncReader(Intake intake, ArgumentText arguments, StackTexts stacks) {
    this.intake = intake;
    this.arguments = arguments;
    this.stacks = stacks;
    later = new Later(intake);
  }

  /** What a phase says; 0 where it is none of these. */
  static int kind(char phase) {
    return switch (phase) {
      case 'b', 'S' -> BEGIN;
      case 'e', 'F' -> END;
      case 'n', 'T', 'p' -> MOMENT;
      default -> 0;
    };
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    char phase = (char) fields[base + Batch.PHASE];
    int kind = kind(phase);
    if (fields[base + Batch.ID] == 0) {
      intake.unknown("no-id");
      return;
    }
    length = 0;
    int key = key(batch, base, process.process(), Character.isUpperCase(phase) || phase == 'p');
    int name = put(JsonText.of(batch, fields[base + Batch.NAME], LONGEST));
    long category = kind == END ? 0 : fields[base + Batch.CATEGORY];
    int more = arguments.of(batch, category, fields[base + Batch.ARGS]);
    more = stacks.before(batch, base, process, arguments, more);
    put(arguments.bytes(), more);
    int index = process.index();
    while (processes.size() <= index) {
      processes.add(process.process());
    }
    processes.set(index, process.process());
    long lengths = key | (long) name << Integer.SIZE;
    later.add(fields[base + Batch.TIME], kind, index, 0, lengths, text, 0, length);
  }

  /** What tells it apart from others that go on at the same time. */
  private int key(Batch batch, int base, IntakeProcess process, boolean old) {
    long[] fields = batch.fields;
    boolean local = (fields[base + Batch.FLAGS] & Batch.LOCAL_ID) != 0;
    return put(JsonText.of(batch, fields[base + Batch.CATEGORY], LONGEST))
        + put("\n")
        + put(JsonText.of(batch, fields[base + Batch.ID], LONGEST))
        + put("\n")
        + put(JsonText.of(batch, fields[base + (old ? Batch.NAME : Batch.SCOPE)], LONGEST))
        + put(local ? "\n" + process.pid() : "");
  }

  private int put(String more) {
    byte[] utf8 = more.getBytes(StandardCharsets.UTF_8);
    put(utf8, utf8.length);
    return utf8.length;
  }

  private void put(byte[] more, int count) {
    if (text.length < length + count) {
      text = Arrays.copyOf(text, (length + count) * 2);
    }
    System.arraycopy(more, 0, text, length, count);
    length += count;
  }

  /** All is there. */
  void finish() throws IOException {
    later.forEach(this::heard);
  }

  private void heard(long time, int kind, int process, int none, long lengths, Later.Text told)
      throws IOException {
    IntakeProcess of = processes.get(process);
    int key = (int) lengths;
    int named = (int) (lengths >>> Integer.SIZE);
    String id = new String(told.bytes(), told.from(), key, StandardCharsets.UTF_8);
    String name = new String(told.bytes(), told.from() + key, named, StandardCharsets.UTF_8);
    IntakeThread row = row(of, kind, id, name);
    if (row == null) {
      return;
    }
    EventKind event =
        kind == BEGIN
            ? EventKind.SLICE_BEGIN
            : kind == END ? EventKind.SLICE_END : EventKind.INSTANT;
    int object = kind == END ? 0 : row.process().object(ObjectType.SLICE, name);
    int begin = told.from() + key + named;
    int more = told.length() - key - named;
    row.write(event, 0, object, 0, 0, time, told.bytes(), begin, more);
  }

  private @Nullable IntakeThread row(IntakeProcess process, int kind, String id, String name)
      throws IOException {
    if (kind == MOMENT) {
      return rows.moment(process, id, name);
    }
    IntakeThread row = kind == BEGIN ? rows.begin(process, id, name) : rows.end(process, id);
    if (row == null) {
      intake.unknown(kind == BEGIN ? "many-rows" : "end-of-nothing");
    }
    return row;
  }
}
