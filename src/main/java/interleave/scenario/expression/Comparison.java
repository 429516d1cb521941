package interleave.scenario.expression;

import interleave.scenario.expression.Type.Sort;
import java.util.function.BiPredicate;

/** Two values compared. What is compared with something unknown does not hold. */
final class Comparison {
  private Comparison() {}

  static Node of(String sign, Node left, Node right) throws ExpressionException {
    Sort sort = left.type().sort();
    if (sort != right.type().sort()) {
      throw ExpressionParser.wrong(
          "compare", ExpressionParser.said(left.type()), ExpressionParser.said(right.type()));
    }
    if (sign.equals("contains")) {
      ExpressionParser.require(left, Sort.TEXT, "contains");
      return node(left, right, (a, b) -> a.toString().contains(b.toString()));
    }
    if (left.type().isCounted()) {
      return node(left, right, (a, b) -> numbers(sign, Values.number(a), Values.number(b)));
    }
    return switch (sign) {
      case "==" -> node(left, right, Object::equals);
      case "!=" -> node(left, right, (a, b) -> !a.equals(b));
      default -> throw ExpressionParser.wrong("order", sign, ExpressionParser.said(left.type()));
    };
  }

  private static Node node(Node left, Node right, BiPredicate<Object, Object> holds) {
    return new Node(Type.TRUTH, (run, item) -> holds.test(left.in(run, item), right.in(run, item)));
  }

  private static boolean numbers(String sign, double a, double b) {
    return switch (sign) {
      case "==" -> a == b;
      case "!=" -> a < b || a > b;
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      default -> a >= b;
    };
  }
}
