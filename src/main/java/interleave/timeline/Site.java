package interleave.timeline;

/**
 * A place in the source: {@code LockAndLostUpdates.java:27 changeIt}. Line 0: not known.
 *
 * @param file a simple name from Java, which finds it by its {@code owner}; a whole path from
 *     Python
 */
public record Site(String file, int line, String function, String owner) {
  public static final Site UNKNOWN = new Site("", 0, "", "");

  /** The name of the file without its folder. */
  public String simpleFile() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
