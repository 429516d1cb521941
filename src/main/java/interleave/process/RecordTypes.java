package interleave.process;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record classes that bytes from another process may ask for, by name. There is no way to name
 * any other class.
 */
final class RecordTypes {
  static final RecordTypes NONE = new RecordTypes(List.of());

  private final Map<String, Class<?>> byName = new LinkedHashMap<>();

  private RecordTypes(Collection<? extends Class<?>> types) {
    for (Class<?> type : types) {
      add(type);
    }
  }

  /** The record classes among {@code types}, with those that their components are declared as. */
  static RecordTypes among(Collection<? extends Class<?>> types) {
    return new RecordTypes(types);
  }

  private void add(Class<?> type) {
    if (type.isRecord() && byName.putIfAbsent(type.getName(), type) == null) {
      for (RecordComponent component : type.getRecordComponents()) {
        add(component.getType());
      }
    }
  }

  @Nullable Class<?> find(String name) {
    return byName.get(name);
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
