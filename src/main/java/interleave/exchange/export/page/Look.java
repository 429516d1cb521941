package interleave.exchange.export.page;

/**
 * How the page draws something, behind the states of threads, which come first in their order. The
 * page knows them by these names.
 */
enum Look {
  HOLD,
  TASK,
  SLICE,
  LEVEL,
  PHASE,
  DEADLOCK,
  LIFE,
  LOCAL,
  READ,
  WRITE,
  MESSAGE,
  HAND_OVER,
  START,
  CALL,
  WAKE,
  FLOW,
  ORDER,
  RACE,
  LOST,
  OUTPUT,
  MOMENT,
  NOTE
}
