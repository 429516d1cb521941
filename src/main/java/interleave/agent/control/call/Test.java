package interleave.agent.control.call;

/** What tells whether a thread could go on. */
public enum Test {
  ALWAYS,
  MONITOR,
  NOTIFIED,
  UNPARKED,
  LOCK,
  STAMP_TO_READ,
  STAMP_TO_WRITE,
  PERMITS,
  LATCH,
  ITEM,
  SPACE,
  ENDED,
  DONE
}
