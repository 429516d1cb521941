package interleave.lesson.recorded;

import interleave.scenario.expression.Thing;
import interleave.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a kind of thing has, by the names of the vocabulary.
 *
 * @param <T> the thing as the timeline has it
 */
final class Attributes<T> {
  private final Map<String, Function<T, Object>> all = new HashMap<>();

  Attributes<T> text(String name, Function<T, String> of) {
    all.put(name, of::apply);
    return this;
  }

  Attributes<T> number(String name, ToDoubleFunction<T> of) {
    all.put(name, of::applyAsDouble);
    return this;
  }

  Attributes<T> truth(String name, Predicate<T> of) {
    all.put(name, of::test);
    return this;
  }

  Attributes<T> things(String name, Function<T, List<Thing>> of) {
    all.put(name, of::apply);
    return this;
  }

  Thing of(T thing) {
    return name -> {
      Function<T, Object> attribute = all.get(name);
      if (attribute == null) {
        throw new IllegalArgumentException("There is no attribute " + name + ".");
      }
      return attribute.apply(thing);
    };
  }

  List<Thing> of(List<? extends T> things) {
    return things.stream().map(this::of).toList();
  }

  /** How an enum's value is called in expressions: {@code queue_wait}. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A moment since the run began, at most until now. */
  static double since(Timeline timeline, long time) {
    return Math.min(time, timeline.now()) - timeline.start();
  }
}
