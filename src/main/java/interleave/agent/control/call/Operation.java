package interleave.agent.control.call;

import java.util.Locale;

/**
 * What a thread does next that another thread could tell; told to the explorer in small letters.
 */
public enum Operation {
  LOCK,
  UNLOCK,
  TRYLOCK,
  WAIT,
  WAKE,
  NOTIFY,
  NOTIFYALL,
  READ,
  WRITE,
  UPDATE,
  PUT,
  TAKE,
  ACQUIRE,
  RELEASE,
  COUNTDOWN,
  AWAIT,
  BARRIER,
  JOIN,
  START,
  SLEEP,
  YIELD,
  PARK,
  UNPARK,
  SUBMIT,
  GET,
  INTERRUPT,
  PRINT,
  SPIN,
  OTHER;

  public final String text = name().toLowerCase(Locale.ROOT);

  /** Whether a thread whose run is over may still do it, so that what it holds is let go of. */
  public boolean letsGo() {
    return this == UNLOCK
        || this == RELEASE
        || this == COUNTDOWN
        || this == NOTIFY
        || this == NOTIFYALL
        || this == UNPARK;
  }
}
