package interleave.agent.control;

import interleave.agent.trace.Previews;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the watched fields that a run came by have in the end. */
final class FinalValues {
  private record Value(int number, String name, String value) {}

  private FinalValues() {}

  static void tell(Course course, RunLoader loader) {
    List<Value> values = new ArrayList<>();
    course.objects.visitVariables(
        new Numbers.Visitor() {
          @Override
          public void variable(Object holder, int field, int number) {
            String value =
                holder.getClass().isArray()
                    ? Previews.of(Array.get(holder, field))
                    : value(holder, Fields.at(field), loader);
            if (value != null) {
              values.add(new Value(number, course.objects.nameOf(number), value));
            }
          }
        });
    course.objects.visitSizes(
        new Numbers.Visitor() {
          @Override
          public void variable(Object holder, int size, int number) {
            String name = course.objects.nameOf(number).concat(".size()");
            values.add(new Value(number, name, Integer.toString(size)));
          }
        });
    Collections.sort(values, FinalValues::byNumber);
    for (Value each : values) {
      course.journal.line("value").field(each.name()).field(each.value()).end();
    }
  }

  private static int byNumber(Value one, Value other) {
    return Integer.compare(one.number(), other.number());
  }

  private static @Nullable String value(Object holder, Fields field, RunLoader loader) {
    try {
      boolean isStatic = holder instanceof Fields;
      Class<?> type = isStatic ? loader.loaded(field.owner) : ownerOf(holder, field);
      if (type == null) {
        return null;
      }
      Field found = type.getDeclaredField(field.name);
      found.setAccessible(true);
      return Previews.of(found.get(isStatic ? null : holder));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable Class<?> ownerOf(Object holder, Fields field) {
    String name = field.owner.replace('/', '.');
    Class<?> each = holder.getClass();
    while (each != null && !each.getName().equals(name)) {
      each = each.getSuperclass();
    }
    return each;
  }
}
