package interleave.agent.control;

import interleave.agent.trace.Names;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The watched fields that the program's code names, numbered. */
final class Fields {
  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static volatile Fields[] all = {};

  /** The class that declares it, an internal name. */
  final String owner;

  final String name;

  /** How it is shown, {@code Bank.balance}. */
  final String shown;

  private Fields(String owner, String name) {
    this.owner = owner;
    this.name = name;
    this.shown =
        name.startsWith(OwnClasses.CAPTURED)
            ? name.substring(OwnClasses.CAPTURED.length())
            : Names.simple(owner).concat(".").concat(name);
  }

  static synchronized int number(String owner, String name) {
    String key = owner.concat(".").concat(name);
    Integer found = NUMBERS.get(key);
    if (found == null) {
      Fields[] more = Arrays.copyOf(all, all.length + 1);
      found = all.length;
      more[found] = new Fields(owner, name);
      all = more;
      NUMBERS.put(key, found);
    }
    return found;
  }

  static Fields at(int number) {
    return all[number];
  }
}
