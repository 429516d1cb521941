package interleave.laboratory;

import interleave.explore.SharedObject;
import interleave.explore.Trace;
import java.util.Collection;

/** Fields without their class, as one speaks of them, where that leaves no doubt which is meant. */
final class ShortNames {
  private ShortNames() {}

  /** What an object of a run is called. */
  static String of(SharedObject object, Trace trace) {
    return of(object.name(), trace);
  }

  /** What the object of that name is called; the name itself where there is none. */
  static String of(String name, Trace trace) {
    return of(name, trace.objects().values().stream().map(SharedObject::name).distinct().toList());
  }

  /** What that one of several is called. */
  static String of(String name, Collection<String> all) {
    String last = last(name);
    return all.stream().filter(each -> last(each).equals(last)).count() == 1 ? last : name;
  }

  /** What stands behind the last dot; the whole where that is no name, as in {@code list[0.5]}. */
  private static String last(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean isName = !last.isEmpty() && last.chars().allMatch(Character::isJavaIdentifierPart);
    return isName ? last : name;
  }
}
