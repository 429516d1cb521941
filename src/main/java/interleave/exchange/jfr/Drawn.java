package interleave.exchange.jfr;

import java.io.IOException;
import java.util.List;

/**
 * What is made of the events of one type.
 *
 * @param fields those of its fields that are looked at, besides those that every event may have
 */
record Drawn(List<String> fields, Drawing drawing) {
  /** Makes something of an event. */
  interface Drawing {
    void event(Fields event) throws IOException, DamageException;

    /** Sees the fields that all of the events have, before the first of them. */
    default void begin(Fields events) {}
  }

  static Drawn of(Drawing drawing, String... fields) {
    return new Drawn(List.of(fields), drawing);
  }
}
