package interleave.scenario.toml;

import java.util.List;

/** A value with the line in which it begins. */
public sealed interface TomlValue permits TomlTable, TomlValue.Plain, TomlValue.Items {
  int line();

  /** One that holds no others. */
  sealed interface Plain extends TomlValue {
    /** As it is written for people, without quotes. */
    String text();
  }

  record Text(int line, String text) implements Plain {}

  record Whole(int line, long value) implements Plain {
    @Override
    public String text() {
      return String.valueOf(value);
    }
  }

  /**
   * A number with decimals.
   *
   * @param text its digits as they were written, without underscores
   */
  record Decimal(int line, double value, String text) implements Plain {}

  record Truth(int line, boolean value) implements Plain {
    @Override
    public String text() {
      return String.valueOf(value);
    }
  }

  /**
   * Values in a row.
   *
   * @param tables whether they are tables under headings of their own, {@code [[name]]}
   */
  record Items(int line, List<TomlValue> all, boolean tables) implements TomlValue {}
}
