package interleave.timeline.derive.image;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sun.reflect.ReflectionFactory;

/**
 * The fields of a class, those of its ancestors first. Objects are made without a constructor, as
 * serialization does it: what a builder needs while it is fed is not there then, and need not be.
 */
final class Shape {
  private static final String ROOM = "interleave.";

  final Class<?> type;
  final List<Field> fields = new ArrayList<>();
  private @Nullable Constructor<?> constructor;

  private Shape(Class<?> type) {
    this.type = type;
    if (!type.isArray() && !type.isEnum()) {
      addFields(type);
    }
  }

  static Shape of(Class<?> type) {
    return new Shape(type);
  }

  /**
   * That of a class by its name, which comes from a file.
   *
   * @throws IOException where a timeline has no such class
   */
  static Shape named(String name) throws IOException {
    try {
      Class<?> type = Class.forName(name, false, Shape.class.getClassLoader());
      Class<?> element = type;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      if (!isOurs(element) && element != Object.class && !element.isPrimitive()) {
        throw new UnfitImage("not of a timeline: " + name);
      }
      return new Shape(type);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new UnfitImage("no such class: " + name, e);
    }
  }

  /** Whether objects of that class are made of their fields. */
  static boolean isOurs(Class<?> type) {
    String name = type.getName();
    return (name.startsWith(ROOM + "timeline.") || name.startsWith(ROOM + "event."))
        && !type.isHidden()
        && !type.isInterface();
  }

  private void addFields(Class<?> from) {
    Class<?> parent = from.getSuperclass();
    if (parent != null && isOurs(parent)) {
      addFields(parent);
    }
    for (Field field : from.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
        field.setAccessible(true);
        fields.add(field);
      }
    }
  }

  /** What tells whether it is still the same: the names and types of its fields, in order. */
  String described() {
    StringBuilder described = new StringBuilder(type.getName());
    for (Field field : fields) {
      described.append(' ').append(field.getType().getName()).append(' ').append(field.getName());
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        described.append(' ').append(((Enum<?>) constant).name());
      }
    }
    return described.toString();
  }

  /** A new object of a class that is no record; its fields are to be filled. */
  Object allocate() throws ReflectiveOperationException {
    Constructor<?> made = constructor;
    if (made == null) {
      made =
          ReflectionFactory.getReflectionFactory()
              .newConstructorForSerialization(type, Object.class.getDeclaredConstructor());
      constructor = made;
    }
    return made.newInstance();
  }

  /** A record of those components. */
  Object record(@Nullable Object[] components) throws ReflectiveOperationException {
    Constructor<?> made = constructor;
    if (made == null) {
      RecordComponent[] parts = type.getRecordComponents();
      Class<?>[] types = new Class<?>[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
      }
      made = type.getDeclaredConstructor(types);
      made.setAccessible(true);
      constructor = made;
    }
    return made.newInstance(components);
  }
}
