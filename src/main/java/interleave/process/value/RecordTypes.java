package interleave.process.value;

import java.lang.invoke.MethodType;
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
public final class RecordTypes {
  public static final RecordTypes NONE = new RecordTypes(List.of());

  private final Map<String, Class<?>> byName = new LinkedHashMap<>();

  private RecordTypes(Collection<? extends Class<?>> types) {
    for (Class<?> type : types) {
      add(type);
    }
  }

  /** The record classes among {@code types}, with those that their components are declared as. */
  public static RecordTypes among(Collection<? extends Class<?>> types) {
    return new RecordTypes(types);
  }

  private void add(Class<?> type) {
    if (type.isRecord() && byName.putIfAbsent(type.getName(), type) == null) {
      for (RecordComponent component : type.getRecordComponents()) {
        add(component.getType());
      }
    }
  }

  /** {@code int.class} becomes {@code Integer.class}. */
  static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  @Nullable Class<?> find(String name) {
    return byName.get(name);
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
