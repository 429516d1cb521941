package interleave.agent.field;

import interleave.agent.rewrite.Ancestry;
import interleave.agent.trace.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields whose reads and writes are recorded, as the run's environment names them. */
public final class WatchedFields implements Watch {
  /** Environment variable: {@code Class.field}, separated by commas; classes simple or full. */
  public static final String VARIABLE = "INTERLEAVE_WATCH";

  private final List<String> owners = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  public WatchedFields(@Nullable String list) {
    int from = 0;
    while (list != null && from < list.length()) {
      int comma = list.indexOf(',', from);
      int end = comma < 0 ? list.length() : comma;
      add(list.substring(from, end).strip());
      from = end + 1;
    }
  }

  public static WatchedFields fromEnvironment() {
    return new WatchedFields(System.getenv(VARIABLE));
  }

  private void add(String field) {
    int dot = field.lastIndexOf('.');
    if (dot > 0 && dot + 1 < field.length()) {
      owners.add(field.substring(0, dot).replace('/', '.'));
      names.add(field.substring(dot + 1));
    }
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  public List<String> names() {
    return names;
  }

  @Override
  public boolean mayHave(String owner, String field) {
    return names.contains(field);
  }

  /** It may be named by a subclass. */
  @Override
  public @Nullable String declarer(String owner, String field, Ancestry ancestry) {
    for (String each = owner; each != null; each = ancestry.superclassOf(each)) {
      if (contains(each, field)) {
        return each;
      }
    }
    return null;
  }

  /** Whether {@code field} of class {@code owner}, an internal name, is one of them. */
  private boolean contains(String owner, String field) {
    String binary = owner.replace('/', '.');
    for (int i = 0; i < names.size(); i++) {
      String wanted = owners.get(i);
      if (names.get(i).equals(field)
          && (binary.equals(wanted)
              || Names.simple(binary).equals(wanted)
              || binary.replace('$', '.').equals(wanted)
              || binary.endsWith(".".concat(wanted)))) {
        return true;
      }
    }
    return false;
  }
}
