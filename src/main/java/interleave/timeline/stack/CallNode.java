package interleave.timeline.stack;

import interleave.timeline.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function as it was called by those above it, and how many samples were taken within it. What
 * one is called from at several lines is one node; its line is the one that was seen most often.
 */
public final class CallNode {
  private static final Comparator<CallNode> MOST_FIRST =
      Comparator.comparingLong(CallNode::samples)
          .reversed()
          .thenComparing(node -> node.function().file())
          .thenComparing(node -> node.function().function());

  /** What a native function is of: {@code libc.so.6}. */
  private static final Pattern LIBRARY = Pattern.compile("\\.(so[.\\d]*|dylib)$");

  private final @Nullable CallNode parent;
  private final Site function;
  private final Map<Site, CallNode> byFunction = new HashMap<>();
  private final Map<Integer, long[]> lines = new HashMap<>();
  private List<CallNode> children = List.of();
  private long samples;
  private long self;
  private int line;

  CallNode(@Nullable CallNode parent, Site function) {
    this.parent = parent;
    this.function = function;
  }

  /** A place without its line: what is summed up. */
  static Site functionOf(Site place) {
    return new Site(place.file(), 0, place.function(), place.owner());
  }

  CallNode child(Site of) {
    return byFunction.computeIfAbsent(of, it -> new CallNode(this, it));
  }

  void add(int at, long count) {
    samples += count;
    lines.computeIfAbsent(at, _ -> new long[1])[0] += count;
  }

  void addSelf(long count) {
    self += count;
  }

  /** All is added: the children in their order, and the line that stands for all. */
  void finish() {
    List<CallNode> open = new ArrayList<>(List.of(this));
    while (!open.isEmpty()) { // a stack may be deeper than ours
      CallNode node = open.removeLast();
      node.settle();
      open.addAll(node.children);
    }
  }

  private void settle() {
    children = byFunction.values().stream().sorted(MOST_FIRST).toList();
    long most = 0;
    for (Map.Entry<Integer, long[]> each : lines.entrySet()) {
      long count = each.getValue()[0];
      if (count > most || count == most && each.getKey() < line) {
        most = count;
        line = each.getKey();
      }
    }
  }

  /** What called it, or what it called where the root is reversed; null for the root. */
  public @Nullable CallNode parent() {
    return parent;
  }

  /** The function, with line 0. */
  public Site function() {
    return function;
  }

  /** The function at the line that was seen most often. */
  public Site place() {
    return new Site(function.file(), line, function.function(), function.owner());
  }

  /** At how many of its lines samples were taken. */
  public int lineCount() {
    return lines.size();
  }

  /** Samples in it and in what it called. */
  public long samples() {
    return samples;
  }

  /** Samples in it alone; where the root is reversed, those that end here. */
  public long self() {
    return self;
  }

  /** Those with most samples first. */
  public List<CallNode> children() {
    return children;
  }

  /** What it is called: {@code Bank.pay}, {@code pay}. */
  public String name() {
    return name(function);
  }

  static String name(Site function) {
    String owner = function.owner().substring(function.owner().lastIndexOf('.') + 1);
    owner = LIBRARY.matcher(function.owner()).find() ? "" : owner;
    String name = function.function().isEmpty() ? "?" : function.function();
    return owner.isEmpty() || name.startsWith(owner + ".") ? name : owner + "." + name;
  }
}
