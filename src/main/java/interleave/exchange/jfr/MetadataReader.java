package interleave.exchange.jfr;

import interleave.exchange.jfr.RecordType.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the types that a chunk describes: a tree of elements with attributes. Those that follow
 * each other mostly describe the same.
 */
final class MetadataReader {
  /** A longer description is not kept to be compared. */
  private static final int MOST_KEPT = 1 << 22;

  private static final int MOST_STRINGS = 1 << 20;
  private static final int MOST_TYPES = 1 << 17;
  private static final int DEEPEST = 16;
  private static final String LABEL = "jdk.jfr.Label";
  private static final String TIMESTAMP = "jdk.jfr.Timestamp";
  private static final String TIMESPAN = "jdk.jfr.Timespan";
  private static final String DATA_AMOUNT = "jdk.jfr.DataAmount";

  private byte[] known = {};
  private Map<Long, RecordType> types = Map.of();

  /** An element, and those in it. */
  private record Element(String name, Map<String, String> attributes, List<Element> inside) {
    String get(String key) {
      return attributes.getOrDefault(key, "");
    }

    long id(String key) throws DamageException {
      try {
        return Long.parseLong(get(key));
      } catch (NumberFormatException e) {
        throw new DamageException();
      }
    }
  }

  /**
   * The types by their ids.
   *
   * @param in behind the size and the type of the event that has them
   */
  Map<Long, RecordType> read(Cursor in) throws DamageException {
    in.number(); // when
    in.number(); // how long that took
    in.number(); // which one
    int from = in.at;
    if (known.length > 0 && Arrays.equals(in.bytes, from, in.end, known, 0, known.length)) {
      return types;
    }
    Tree tree = new Tree(in);
    tree.element(0);
    Map<Long, RecordType> read = types(tree.classes);
    known = in.end - from > MOST_KEPT ? new byte[0] : Arrays.copyOfRange(in.bytes, from, in.end);
    types = read;
    return read;
  }

  /** The elements, one in the other. */
  private static final class Tree {
    private final Cursor in;
    private final List<String> strings = new ArrayList<>();
    final List<Element> classes = new ArrayList<>();

    Tree(Cursor in) throws DamageException {
      this.in = in;
      int count = in.count();
      if (count > MOST_STRINGS) {
        throw new DamageException();
      }
      for (int i = 0; i < count; i++) {
        strings.add(in.text(Cursor.Constants.NONE));
      }
    }

    private String string() throws DamageException {
      long index = in.number();
      if (index < 0 || index >= strings.size()) {
        throw new DamageException();
      }
      return strings.get((int) index);
    }

    Element element(int depth) throws DamageException {
      if (depth > DEEPEST || classes.size() > MOST_TYPES) {
        throw new DamageException();
      }
      String name = string();
      Map<String, String> attributes = new HashMap<>();
      for (int i = in.count(); i > 0; i--) {
        attributes.put(string(), string());
      }
      List<Element> inside = new ArrayList<>();
      for (int i = in.count(); i > 0; i--) {
        inside.add(element(depth + 1));
      }
      Element element = new Element(name, attributes, inside);
      if (name.equals("class")) {
        classes.add(element);
      }
      return element;
    }
  }

  private static Map<Long, RecordType> types(List<Element> classes) throws DamageException {
    Map<String, String> names = new HashMap<>();
    for (Element each : classes) {
      names.put(each.get("id"), each.get("name"));
    }
    Map<Long, RecordType> types = new HashMap<>();
    for (Element each : classes) {
      List<Field> fields = new ArrayList<>();
      for (Element inside : each.inside) {
        if (inside.name.equals("field")) {
          fields.add(field(inside, names));
        }
      }
      String label = annotation(each, LABEL, names);
      long id = each.id("id");
      types.put(id, new RecordType(id, each.get("name"), each.get("superType"), label, fields));
    }
    return types;
  }

  private static Field field(Element element, Map<String, String> names) throws DamageException {
    String moment = annotation(element, TIMESTAMP, names);
    String span = annotation(element, TIMESPAN, names);
    String amount = annotation(element, DATA_AMOUNT, names);
    return new Field(
        element.get("name"),
        element.id("class"),
        annotation(element, LABEL, names),
        element.get("constantPool").equals("true"),
        element.get("dimension").equals("1"),
        !moment.isEmpty() ? moment : !span.isEmpty() ? span : amount,
        !moment.isEmpty());
  }

  /** The value of an annotation that it has; "" where it has not. */
  private static String annotation(Element element, String type, Map<String, String> names) {
    for (Element each : element.inside) {
      if (each.name.equals("annotation") && type.equals(names.get(each.get("class")))) {
        String value = each.get("value");
        return value.isEmpty() ? each.get("value-0") : value;
      }
    }
    return "";
  }
}
