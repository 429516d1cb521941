package interleave.agent.rewrite;

import interleave.agent.trace.Programs;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the classes that one class loader sees extend and implement, read from their class files; no
 * class is ever loaded to find out. A class whose file is not to be found is unknown, and then the
 * rewriting that depends on it is given up.
 */
public final class Ancestry implements ClassHierarchyResolver {
  private static final Map<ClassLoader, Map<String, Ancestor>> BY_LOADER = new WeakHashMap<>();

  /** A class and what stands above it; internal names. */
  record Ancestor(
      String name,
      boolean isInterface,
      @Nullable String superclass,
      List<String> interfaces,
      List<String> methods,
      List<String> changeable,
      List<String> volatiles) {}

  private static final Ancestor UNKNOWN =
      new Ancestor("", false, null, List.of(), List.of(), List.of(), List.of());

  private final ClassLoader loader;
  private final Map<String, Ancestor> known;

  /** A class that was asked for and is not known; the frames computed may be wrong then. */
  private @Nullable String missing;

  Ancestry(ClassLoader loader) {
    this.loader = loader;
    synchronized (BY_LOADER) {
      Map<String, Ancestor> found = BY_LOADER.get(loader);
      if (found == null) {
        found = new HashMap<>();
        BY_LOADER.put(loader, found);
      }
      known = found;
    }
  }

  @Nullable String missing() {
    return missing;
  }

  /** Remembers a class that is being loaded; its file may never be found again. */
  void add(ClassOutline outline) {
    Ancestor ancestor = read(outline);
    synchronized (known) {
      known.put(ancestor.name(), ancestor);
    }
  }

  @Override
  public @Nullable ClassHierarchyInfo getClassInfo(ClassDesc type) {
    String descriptor = type.descriptorString();
    String name = descriptor.substring(1, descriptor.length() - 1);
    Ancestor found = find(name);
    if (found == null) {
      missing = name;
      return ClassHierarchyInfo.ofClass(ClassDesc.of("java.lang.Object"));
    }
    if (found.isInterface()) {
      return ClassHierarchyInfo.ofInterface();
    }
    String above = found.superclass();
    return ClassHierarchyInfo.ofClass(above == null ? null : ClassDesc.ofInternalName(above));
  }

  /** Whether {@code name} is {@code above} or extends it; false where that cannot be found out. */
  public boolean extendsClass(String name, String above) {
    String each = name;
    while (each != null && !each.equals("java/lang/Object")) {
      if (each.equals(above)) {
        return true;
      }
      Ancestor found = find(each);
      each = found == null ? null : found.superclass();
    }
    return false;
  }

  /** What {@code name} extends; null where that cannot be found out. */
  public @Nullable String superclassOf(String name) {
    Ancestor found = find(name);
    return found == null ? null : found.superclass();
  }

  /** The class that declares the method which {@code name.method} means; null when not found. */
  @Nullable String declarerOf(String name, String method) {
    String each = name;
    while (each != null) {
      Ancestor found = find(each);
      if (found == null || found.methods().contains(method)) {
        return found == null ? null : each;
      }
      each = found.superclass();
    }
    return null;
  }

  /**
   * The class which declares the field that {@code name.field} means, where that may change; null
   * where it does not or is not found.
   */
  public @Nullable String declarerOfChangeable(String name, String field) {
    String each = name;
    while (each != null) {
      Ancestor found = find(each);
      if (found != null && found.changeable().contains(field)) {
        return each;
      }
      each = found == null ? null : found.superclass();
    }
    return null;
  }

  /** Whether the program's class {@code name} declares that field as volatile. */
  public boolean isVolatile(String name, String field) {
    Ancestor found = find(name);
    return found != null && found.volatiles().contains(field);
  }

  /** Whether {@code name} is an {@code above}, or may be. */
  boolean mayBe(String name, String above) {
    return is(name, above, true);
  }

  /** Whether {@code name} is an {@code above} for sure. */
  public boolean surelyIs(String name, String above) {
    return is(name, above, false);
  }

  private boolean is(String name, String above, boolean ifUnknown) {
    if (name.equals(above)) {
      return true;
    }
    if (name.equals("java/lang/Object")) {
      return false;
    }
    Ancestor found = find(name);
    if (found == null) {
      return ifUnknown;
    }
    for (String each : found.interfaces()) {
      if (is(each, above, ifUnknown)) {
        return true;
      }
    }
    String superclass = found.superclass();
    return superclass != null && is(superclass, above, ifUnknown);
  }

  private @Nullable Ancestor find(String name) {
    Ancestor found;
    synchronized (known) {
      found = known.get(name);
    }
    if (found == null) {
      found = readFile(name);
      synchronized (known) {
        known.putIfAbsent(name, found);
      }
    }
    return found == UNKNOWN ? null : found;
  }

  // No lock is held here: this may run code of the program's class loader.
  private Ancestor readFile(String name) {
    Ancestor found = Programs.isJdk(name) ? readFile(name, Loaders.PLATFORM) : UNKNOWN;
    // Libraries have packages that are called as the JDK's, such as javax.jms.
    return found == UNKNOWN ? readFile(name, loader) : found;
  }

  private static Ancestor readFile(String name, ClassLoader from) {
    try (InputStream in = from.getResourceAsStream(name.concat(".class"))) {
      return in == null ? UNKNOWN : read(new ClassOutline(in.readAllBytes()));
    } catch (Exception | LinkageError e) {
      return UNKNOWN;
    }
  }

  private static Ancestor read(ClassOutline outline) {
    List<String> methods = new ArrayList<>();
    for (ClassOutline.Method each : outline.methods()) {
      methods.add(each.name().concat(each.descriptor()));
    }
    return new Ancestor(
        outline.name(),
        (outline.flags() & ClassFile.ACC_INTERFACE) != 0,
        outline.superclass(),
        outline.interfaces(),
        methods,
        Programs.isJdk(outline.name()) ? List.of() : outline.changeableFields(),
        Programs.isJdk(outline.name()) ? List.of() : outline.volatileFields());
  }
}
