package interleave.agent.control;

import interleave.agent.field.Watch;
import interleave.agent.field.WatchedFields;
import interleave.agent.rewrite.Ancestry;
import interleave.agent.trace.Programs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a program: what its class path has. Its own are those of folders and of its main
 * jar; those of other jars are libraries, whose fields nobody watches unless they are named.
 */
public final class OwnClasses implements Watch {
  /** What is watched where nothing is to be. */
  public static final String NONE = "-";

  /** Ours, which programs of the lessons share. */
  private static final String OURS = "interleave/";

  private static final String LESSONS = "interleave/scenario/program/";

  /** How a compiler begins the names of fields that it makes for captured variables. */
  static final String CAPTURED = "val$";

  private static final String FIXTURES = "interleave/agent/fixture/";

  private final URLClassLoader all;
  private final @Nullable URLClassLoader libraries;
  private final String mainClass;
  private final WatchedFields watched;
  private final boolean watchesAll;
  private final Map<String, Boolean> own = new ConcurrentHashMap<>();

  private OwnClasses(List<URL> all, List<URL> libraries, String mainClass, @Nullable String watch) {
    this.all = new URLClassLoader(all.toArray(new URL[0]), null);
    this.libraries =
        libraries.isEmpty() ? null : new URLClassLoader(libraries.toArray(new URL[0]), null);
    this.mainClass = mainClass;
    this.watched = new WatchedFields(watch);
    this.watchesAll = watch == null || watch.isBlank();
  }

  /**
   * Those of a class path.
   *
   * @param main the main class, or the jar that names it
   * @param watch the fields that are watched, as in the environment; where that is empty, all of
   *     its own are, and none where it is {@link #NONE}
   */
  public static OwnClasses of(String classPath, String main, @Nullable String watch)
      throws IOException {
    List<URL> all = new ArrayList<>();
    List<URL> libraries = new ArrayList<>();
    boolean isJar = main.endsWith(".jar");
    if (isJar) {
      add(all, Path.of(main));
    }
    for (String each : classPath.split(File.pathSeparator)) {
      if (!each.isEmpty()) {
        add(all, Path.of(each));
        if (each.endsWith(".jar") && (isJar || classPath.contains(File.pathSeparator))) {
          add(libraries, Path.of(each));
        }
      }
    }
    return new OwnClasses(all, libraries, isJar ? mainClass(main) : main, watch);
  }

  private static void add(List<URL> to, Path place) throws MalformedURLException {
    to.add(place.toAbsolutePath().toUri().toURL());
  }

  private static String mainClass(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      String named = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      if (named == null) {
        throw new IOException(jar + " names no main class");
      }
      return named;
    }
  }

  /**
   * Those of the program that this process runs: what its class path says, but for jars that are
   * not the main one, and what it makes itself.
   */
  public static OwnClasses ofProcess() throws IOException {
    String path = System.getProperty("java.class.path", "");
    boolean isJar = path.endsWith(".jar") && !path.contains(File.pathSeparator);
    return of(isJar ? "" : path, isJar ? path : "", System.getenv(WatchedFields.VARIABLE));
  }

  String mainClass() {
    return mainClass;
  }

  /** Whether a run has a class of that name, binary or internal, to itself. */
  boolean isFresh(String name) {
    String internal = name.replace('.', '/');
    return !Programs.isJdk(internal) && !isOurs(internal);
  }

  private static boolean isOurs(String internal) {
    return internal.startsWith(OURS)
        && !internal.startsWith(LESSONS)
        && !internal.startsWith(FIXTURES);
  }

  /** The file of that class; null where there is none. */
  byte @Nullable [] bytes(String name) throws IOException {
    try (InputStream in = all.getResourceAsStream(name.replace('.', '/').concat(".class"))) {
      return in == null ? null : in.readAllBytes();
    }
  }

  @Nullable URL resource(String name) {
    return all.getResource(name);
  }

  @Override
  public boolean mayHave(String owner, String field) {
    if (!watchesAll) {
      return watched.names().contains(field);
    }
    Boolean known = own.get(owner);
    if (known == null) {
      known = isFresh(owner) && !isOfLibrary(owner);
      own.put(owner, known);
    }
    return known;
  }

  private boolean isOfLibrary(String owner) {
    return libraries != null && libraries.getResource(owner.concat(".class")) != null;
  }

  @Override
  public boolean holds(String owner, String field, Ancestry ancestry) {
    return watchesAll
        ? mayHave(owner, field) && (field.indexOf('$') < 0 || field.startsWith(CAPTURED))
        : watched.declarer(owner, field, ancestry) != null;
  }

  @Override
  public boolean mayTouchElements(String owner) {
    return watchesAll ? mayHave(owner, "") : !watched.isEmpty();
  }

  @Override
  public @Nullable String declarer(String owner, String field, Ancestry ancestry) {
    if (watchesAll) {
      String found = ancestry.declarerOfChangeable(owner, field);
      return found == null || !mayHave(found, field) ? null : found;
    }
    return watched.declarer(owner, field, ancestry);
  }
}
