package interleave.timeline.derive.slice;

import interleave.timeline.BinKeys;
import interleave.timeline.SliceTrack;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a track shows of its columns at one moment. */
final class SliceView implements SliceTrack {
  private static final Moments NO_MOMENTS = new MomentColumns().view(String::valueOf);

  private final SliceBuilder of;
  private final Supplier<String> name;
  private final RowView[] rows;
  private final Moments moments;

  SliceView(SliceBuilder of, Supplier<String> name, IntFunction<String> words) {
    this.of = of;
    this.name = name;
    SliceColumns[] columns = of.rows;
    rows = new RowView[columns.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new RowView(columns[i], columns[i].starts.size(), words);
    }
    MomentColumns known = of.moments;
    moments = known == null ? NO_MOMENTS : known.view(words);
  }

  @Override
  public int index() {
    return of.index;
  }

  @Override
  public int process() {
    return of.process();
  }

  @Override
  public int lane() {
    return of.lane();
  }

  @Override
  public String name() {
    return name.get();
  }

  @Override
  public int depth() {
    return rows.length;
  }

  @Override
  public Row row(int depth) {
    return rows[depth];
  }

  @Override
  public Moments moments() {
    return moments;
  }

  private record RowView(SliceColumns of, int size, IntFunction<String> words) implements Row {
    @Override
    public long start(int i) {
      return of.starts.get(i);
    }

    @Override
    public long end(int i) {
      return of.ends.get(i);
    }

    @Override
    public String name(int i) {
      return words.apply(of.name(i));
    }

    @Override
    public int nameId(int i) {
      return of.name(i);
    }

    @Override
    public boolean failed(int i) {
      return of.failed(i);
    }

    @Override
    public String arguments(int i) {
      return of.arguments.get(i, words);
    }

    @Override
    public int at(long time) {
      return of.starts.floor(time, size);
    }

    @Override
    public @Nullable BinKeys kept() {
      return of.kept();
    }
  }
}
