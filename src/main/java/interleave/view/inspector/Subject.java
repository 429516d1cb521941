package interleave.view.inspector;

import java.util.List;

/** What the inspector says of a thing. */
public record Subject(String title, List<Fact> facts) {
  /** A name and a value, such as {@code held by} and {@code Thread-1 since 1.3 µs}. */
  public record Fact(String name, String value) {}
}
