package interleave.agent.control;

import interleave.agent.rewrite.JdkOperand;
import interleave.agent.rewrite.JdkSite;
import java.util.List;
import java.util.Map;

/**
 * Where collections that need no lock of their own are halfway through a change: another thread may
 * come between what they have seen of themselves and what they write.
 */
final class CollectionSites {
  private static final Class<?> HOOKS = CollectionControl.class;
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String NODE = "Ljava/util/HashMap$Node;";
  private static final String ENTRY = "Ljava/util/TreeMap$Entry;";
  private static final String LINK = "Ljava/util/LinkedList$Node;";

  private static final Map<String, List<JdkSite>> ALL =
      Map.of(
          "java/util/ArrayList",
          List.of(
              at("add(".concat(OBJECT).concat("[").concat(OBJECT).concat("I)V"), "writes"),
              at("fastRemove([".concat(OBJECT).concat("I)V"), "changes")),
          "java/util/HashMap",
          List.of(newNode()),
          "java/util/LinkedHashMap",
          List.of(newNode()),
          "java/util/TreeMap",
          List.of(
              at("addEntry(".concat(OBJECT).concat(OBJECT).concat(ENTRY).concat("Z)V"), "changes")),
          "java/util/LinkedList",
          List.of(
              at("unlinkFirst(".concat(LINK).concat(")").concat(OBJECT), "changes"),
              at("unlinkLast(".concat(LINK).concat(")").concat(OBJECT), "changes")),
          "java/util/LinkedList$Node",
          List.of(part("<init>(".concat(LINK).concat(OBJECT).concat(LINK).concat(")V"))),
          "java/util/ArrayDeque",
          List.of(part("inc(II)I"), part("dec(II)I")),
          "java/util/PriorityQueue",
          List.of(at("siftUp(I".concat(OBJECT).concat(")V"), "writes")),
          "java/util/AbstractCollection",
          shows(),
          "java/util/AbstractMap",
          shows());

  private CollectionSites() {}

  /** The internal names of all classes with such places. */
  static List<String> classes() {
    return List.copyOf(ALL.keySet());
  }

  /** Those of the class of that internal name. */
  static List<JdkSite> of(String name) {
    return ALL.getOrDefault(name, List.of());
  }

  private static JdkSite newNode() {
    String parameters = "(I".concat(OBJECT).concat(OBJECT).concat(NODE).concat(")");
    return at("newNode".concat(parameters).concat(NODE), "changes");
  }

  private static JdkSite at(String method, String hook) {
    return JdkSite.atStart(method, HOOKS, hook, JdkOperand.THIS).ifThere();
  }

  private static JdkSite part(String method) {
    return JdkSite.atStart(method, HOOKS, "writes").ifThere();
  }

  private static List<JdkSite> shows() {
    String method = "toString()Ljava/lang/String;";
    return List.of(at(method, "shows"), JdkSite.atReturn(method, HOOKS, "shown").ifThere());
  }
}
