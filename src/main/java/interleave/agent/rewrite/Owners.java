package interleave.agent.rewrite;

import interleave.agent.trace.Programs;
import java.util.Set;

/** Whose method a call must mean to get a hook, as far as the class file tells. */
public sealed interface Owners {
  boolean match(String owner, String method, MethodContext body);

  /** Whether it may, as far as the owner's name tells. */
  boolean mayMatch(String owner);

  /** Methods of exactly these classes. */
  record Exactly(Set<String> names) implements Owners {
    @Override
    public boolean match(String owner, String method, MethodContext body) {
      return names.contains(owner);
    }

    @Override
    public boolean mayMatch(String owner) {
      return names.contains(owner);
    }
  }

  /**
   * Methods of these classes of the JDK, and of any class of the program: the hook looks at the
   * object.
   */
  record ProgramOr(Set<String> names) implements Owners {
    @Override
    public boolean match(String owner, String method, MethodContext body) {
      return names.contains(owner) || !Programs.isJdk(owner);
    }

    @Override
    public boolean mayMatch(String owner) {
      return names.contains(owner) || !Programs.isJdk(owner);
    }
  }

  /** Methods of these classes of the JDK, and of the program's classes that extend {@code base}. */
  record AnyOf(Set<String> names, String base) implements Owners {
    @Override
    public boolean match(String owner, String method, MethodContext body) {
      return names.contains(owner) || !Programs.isJdk(owner) && body.ancestry.surelyIs(owner, base);
    }

    @Override
    public boolean mayMatch(String owner) {
      return names.contains(owner) || !Programs.isJdk(owner);
    }
  }

  /** The static method of that class, called by way of any class that inherits it. */
  record Inheriting(String name) implements Owners {
    @Override
    public boolean match(String owner, String method, MethodContext body) {
      return owner.equals(name)
          || !Programs.isJdk(owner) && name.equals(body.ancestry.declarerOf(owner, method));
    }

    @Override
    public boolean mayMatch(String owner) {
      return owner.equals(name) || !Programs.isJdk(owner);
    }
  }

  /** Methods that every object has. */
  record Anything() implements Owners {
    @Override
    public boolean match(String owner, String method, MethodContext body) {
      return true;
    }

    @Override
    public boolean mayMatch(String owner) {
      return true;
    }
  }
}
