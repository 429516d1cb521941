package interleave.timeline;

/** A place in the source: {@code LockAndLostUpdates.java:27 changeIt}. Line 0: not known. */
public record Site(String file, int line, String function, String owner) {
  public static final Site UNKNOWN = new Site("", 0, "", "");
}
