package interleave.scenario.expression;

import interleave.scenario.expression.Type.Sort;

/** Numbers and times, computed with. */
final class Arithmetic {
  private Arithmetic() {}

  static Node of(String sign, Node left, Node right) throws ExpressionException {
    Type a = left.type();
    Type b = right.type();
    boolean minus = sign.equals("-") || sign.equals("+");
    if (sign.equals("+") && a.sort() == Sort.TEXT && b.sort() == Sort.TEXT) {
      return new Node(
          Type.TEXT, (run, item) -> left.in(run, item).toString() + right.in(run, item));
    }
    if (!a.isCounted() || !b.isCounted()) {
      throw ExpressionParser.wrong(
          "compute", sign, ExpressionParser.said(a), ExpressionParser.said(b));
    }
    boolean times = a.sort() == Sort.TIME && b.sort() == Sort.TIME;
    boolean any = a.sort() == Sort.TIME || b.sort() == Sort.TIME;
    boolean wrong = minus ? any && !times : sign.equals("*") ? times : any && a.sort() != Sort.TIME;
    if (wrong) {
      throw ExpressionParser.wrong(
          "compute", sign, ExpressionParser.said(a), ExpressionParser.said(b));
    }
    Type type = any && !(times && sign.equals("/")) ? Type.TIME : Type.NUMBER;
    return new Node(
        type,
        (run, item) ->
            computed(sign, Values.number(left.in(run, item)), Values.number(right.in(run, item))));
  }

  private static double computed(String sign, double a, double b) {
    return switch (sign) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      default -> b == 0 ? Double.NaN : a / b;
    };
  }
}
