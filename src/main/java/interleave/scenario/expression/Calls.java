package interleave.scenario.expression;

import interleave.scenario.expression.Type.Sort;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The functions of expressions. */
final class Calls {
  private static final String NAMES =
      "count, sum, max, min, first, last, all, names, at_once, together, printed, number, percent,"
          + " round";

  private final ExpressionParser in;

  Calls(ExpressionParser in) {
    this.in = in;
  }

  /** A call whose opening bracket has been read; the closing one is left. */
  Node of(String name) throws ExpressionException {
    return switch (name) {
      case "count" -> count(several());
      case "sum" -> ExpressionParser.one(counted(name));
      case "max" ->
          most(
              counted(name),
              all -> all.stream().mapToDouble(Values::number).max().orElse(Double.NaN));
      case "min" ->
          most(
              counted(name),
              all -> all.stream().mapToDouble(Values::number).min().orElse(Double.NaN));
      case "first" -> chosen(several(), false);
      case "last" -> chosen(several(), true);
      case "all" -> all(several());
      case "names" -> names(several());
      case "at_once" -> most(lasting(), Values::atOnce);
      case "together" -> together();
      case "printed" -> printed(in.pattern());
      case "number" -> number(ExpressionParser.one(in.either()));
      case "percent" -> percent(ExpressionParser.one(in.either()));
      case "round" -> rounded(ExpressionParser.one(in.either()));
      default -> throw ExpressionParser.wrong("function", name, NAMES);
    };
  }

  private Node several() throws ExpressionException {
    Node node = in.either();
    if (!node.type().many()) {
      throw ExpressionParser.wrong("several", ExpressionParser.said(node.type()));
    }
    return node;
  }

  private Node counted(String name) throws ExpressionException {
    Node node = several();
    if (!node.type().isCounted()) {
      throw ExpressionParser.wrong("counted", name, ExpressionParser.said(node.type()));
    }
    return node;
  }

  /** Things with a beginning and an end. */
  private Node lasting() throws ExpressionException {
    Node node = several();
    var attributes = Vocabulary.attributes(node.type().kind());
    if (!attributes.containsKey("start") || !attributes.containsKey("end")) {
      throw ExpressionParser.wrong("lasting", ExpressionParser.said(node.type()));
    }
    return node;
  }

  private static Node count(Node node) {
    return new Node(Type.NUMBER, (run, item) -> (double) Values.list(node.in(run, item)).size());
  }

  private static Node most(Node node, ToDoubleFunction<List<?>> of) {
    Type type = node.type().isCounted() ? Type.of(node.type().sort()) : Type.NUMBER;
    return new Node(type, (run, item) -> of.applyAsDouble(Values.list(node.in(run, item))));
  }

  private static Node chosen(Node node, boolean last) {
    Type type = node.type();
    boolean thing = type.sort() == Sort.THING; // which stays one of several, so that it has a name
    return new Node(
        thing ? type : Type.of(type.sort()),
        (run, item) -> {
          List<?> all = Values.list(node.in(run, item));
          if (all.isEmpty()) {
            return thing ? all : Values.none(type);
          }
          Object one = last ? all.getLast() : all.getFirst();
          return thing ? List.of(one) : one;
        });
  }

  private static Node all(Node node) throws ExpressionException {
    ExpressionParser.require(node, Sort.TRUTH, "truth");
    return new Node(Type.TRUTH, (run, item) -> !Values.list(node.in(run, item)).contains(false));
  }

  private static Node names(Node node) throws ExpressionException {
    ExpressionParser.require(node, Sort.TEXT, "names");
    return new Node(
        Type.TEXT,
        (run, item) ->
            Values.list(node.in(run, item)).stream()
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private Node together() throws ExpressionException {
    Node these = lasting();
    in.expect(",");
    Node those = lasting();
    return new Node(
        Type.TIME,
        (run, item) ->
            Values.together(Values.list(these.in(run, item)), Values.list(those.in(run, item))));
  }

  /** Of the last line like that, its part in brackets, or the whole where there is none. */
  private static Node printed(Pattern pattern) {
    return new Node(
        Type.TEXT,
        (run, _) -> {
          List<?> lines = Values.list(run.get("lines"));
          for (Object line : lines.reversed()) {
            Matcher matcher = pattern.matcher((String) ((Thing) line).get("text"));
            if (matcher.matches()) {
              String part = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
              return part == null ? "" : part;
            }
          }
          return "";
        });
  }

  private static Node number(Node node) throws ExpressionException {
    ExpressionParser.require(node, Sort.TEXT, "number");
    return new Node(Type.NUMBER, (run, item) -> Values.parsed((String) node.in(run, item)));
  }

  private static Node percent(Node node) throws ExpressionException {
    ExpressionParser.require(node, Sort.NUMBER, "percent");
    return new Node(
        Type.TEXT,
        (run, item) -> {
          double share = Values.number(node.in(run, item));
          return Double.isNaN(share) ? "" : Math.round(share * 100) + " %";
        });
  }

  private static Node rounded(Node node) throws ExpressionException {
    ExpressionParser.require(node, Sort.NUMBER, "percent");
    return new Node(Type.NUMBER, (run, item) -> Math.rint(Values.number(node.in(run, item))));
  }
}
