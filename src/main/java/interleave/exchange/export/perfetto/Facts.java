package interleave.exchange.export.perfetto;

import interleave.exchange.export.trace.Fact;
import java.util.List;

/** What is told beside an event: as annotations, but for its place in the source. */
final class Facts {
  private Facts() {}

  static void write(List<Fact> facts, Message event, Packets packets) {
    String at = "";
    String in = "";
    for (Fact fact : facts) {
      if (fact.key().equals("at")) {
        at = fact.value().toString();
      } else if (fact.key().equals("in")) {
        in = fact.value().toString();
      } else {
        event.begin(4).number(1, packets.key(fact.key()));
        value(fact.value(), event);
        event.end();
      }
    }
    if (!at.isEmpty() || !in.isEmpty()) {
      place(at, in, event);
    }
  }

  private static void value(Object value, Message event) {
    switch (value) {
      case Boolean truth -> event.number(2, truth ? 1 : 0);
      case Long number -> event.number(4, number);
      case Integer number -> event.number(4, number);
      case Double number -> event.real(5, number);
      default -> event.text(6, value.toString());
    }
  }

  private static void place(String at, String in, Message event) {
    int colon = at.lastIndexOf(':');
    String line = at.substring(colon + 1);
    boolean lined = colon >= 0 && !line.isEmpty() && line.chars().allMatch(Character::isDigit);
    event.begin(33);
    if (!at.isEmpty()) {
      event.text(2, lined ? at.substring(0, colon) : at);
    }
    if (!in.isEmpty()) {
      event.text(3, in);
    }
    if (lined) {
      event.number(4, Long.parseLong(line));
    }
    event.end();
  }
}
