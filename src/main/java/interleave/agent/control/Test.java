package interleave.agent.control;

/** What tells whether a thread could go on. */
enum Test {
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
