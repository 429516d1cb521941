package interleave.view.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the values of a choice are called there; none has no name. They are chosen, not typed. */
public final class ValueNames<T> extends StringConverter<T> {
  private final Function<T, String> names;

  public ValueNames(Function<T, String> names) {
    this.names = names;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : names.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException(); // nobody types there
  }
}
