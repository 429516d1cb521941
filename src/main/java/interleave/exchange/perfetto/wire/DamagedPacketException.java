package interleave.exchange.perfetto.wire;

import java.io.Serial;

/** What a packet holds is not what a packet can hold. Tells no more than where; caught for each. */
public final class DamagedPacketException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int at;

  public DamagedPacketException(int at) {
    super("damaged", null, false, false);
    this.at = at;
  }

  /** Where, counted from where its bytes begin. */
  public int at() {
    return at;
  }
}
