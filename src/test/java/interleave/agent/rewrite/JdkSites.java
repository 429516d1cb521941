package interleave.agent.rewrite;

import java.util.ArrayList;
import java.util.List;

/** Looks into what is package-private about places in the JDK's classes. */
public final class JdkSites {
  private JdkSites() {}

  /** The class with its places, and the methods that have none of those looked for. */
  public record Rewritten(byte[] bytes, List<String> missing) {}

  public static Rewritten rewrite(String name, byte[] bytes, List<JdkSite> sites) {
    byte[] rewritten = JdkRewriting.rewrite(name, bytes, sites);
    List<String> missing = new ArrayList<>();
    for (JdkSite each : sites) {
      if (!each.found) {
        missing.add(name + "." + each.method);
      }
    }
    return new Rewritten(rewritten, missing);
  }
}
