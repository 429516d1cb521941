package interleave.timeline.derive.slice;

import interleave.event.AsciiText;
import interleave.event.FilledTemplate;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.TextColumn;
import java.lang.invoke.VarHandle;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What things were told with: most often nothing, and then it takes no room. */
final class Arguments {
  /** What is told at the end may have a template of its own. */
  private static final String FURTHER = "\n" + FilledTemplate.MARK;

  private @Nullable IntColumn places;
  private @Nullable TextColumn texts;

  /** The {@code index}-th thing was told with that; in the order of indices. */
  void add(int index, @Nullable CharSequence text) {
    if (text == null || text.isEmpty()) {
      if (places != null) {
        fill(places, index + 1);
      }
      return;
    }
    IntColumn of = places;
    TextColumn in = texts;
    if (of == null || in == null) {
      of = new IntColumn();
      in = new TextColumn();
      texts = in;
      VarHandle.releaseFence();
      places = of;
    }
    fill(of, index);
    if (text instanceof AsciiText ascii) {
      in.add(ascii.bytes(), ascii.from(), ascii.length());
    } else {
      in.add(text.toString());
    }
    of.add(in.size());
  }

  /** It is told with that, too. */
  void more(int index, String text) {
    String before = get(index);
    if (places == null || texts == null || index >= places.size()) {
      add(index, text);
    } else if (before.isEmpty()) {
      texts.add(text);
      places.set(index, texts.size());
    } else {
      texts.set(places.get(index) - 1, before + "\n" + text);
    }
  }

  private static void fill(IntColumn places, int size) {
    while (places.size() < size) {
      places.add(0);
    }
  }

  /**
   * As it is to be read.
   *
   * @param words what a name is, by one more than the index of its thing
   */
  String get(int index, IntFunction<String> words) {
    IntFunction<String> templates = thing -> words.apply(thing + 1);
    String whole = get(index);
    int more = whole.indexOf(FURTHER);
    if (more < 0) {
      return FilledTemplate.text(whole, templates);
    }
    int next = more + FURTHER.length() - 1;
    return FilledTemplate.text(whole.substring(0, more), templates)
        + "\n"
        + FilledTemplate.text(whole.substring(next), templates);
  }

  private String get(int index) {
    IntColumn of = places;
    TextColumn in = texts;
    if (of == null || in == null || index >= of.size()) {
      return "";
    }
    int place = of.get(index);
    return place == 0 ? "" : in.get(place - 1);
  }
}
