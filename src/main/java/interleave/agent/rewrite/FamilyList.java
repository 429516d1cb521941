package interleave.agent.rewrite;

import java.util.List;
import java.util.Set;

/** What there is to trace, as the rewriting is told of it. */
public interface FamilyList {
  /**
   * The names of which one stands in the class file of every class that may need hooks: of methods,
   * fields or classes that it uses.
   */
  Set<String> names();

  /**
   * The internal names of the tracer's classes of which frames may stand between the program's and
   * the JDK's, and are hidden from stack traces when they are loaded.
   */
  String[] hiddenFrames();

  /** The internal names of the JDK's classes that tell by themselves what they do. */
  String[] jdkClasses();

  /** Where that of those names does. */
  List<JdkSite> sites(String jdkClass);

  /** The families; asked for once, when the first class needs them. */
  List<HookFamily> families();
}
