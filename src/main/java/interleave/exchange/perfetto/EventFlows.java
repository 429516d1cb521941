package interleave.exchange.perfetto;

import java.io.IOException;

/** Which flows pass at an event, whichever way they are written. */
final class EventFlows {
  private static final long OLDER = 0x5851F42D4C957F2DL;
  private static final long BOUND = 0x14057B7EF767814FL;

  /** Hears of a flow. */
  @FunctionalInterface
  interface Passing {
    /**
     * @param flow a number that is the same wherever it passes
     * @param last whether it goes no further
     */
    void flow(long flow, boolean last) throws IOException;
  }

  private EventFlows() {}

  static void each(TrackEvent event, Passing passing) throws IOException {
    for (int i = 0; i < event.flows.size(); i++) {
      passing.flow(event.flows.get(i), false);
    }
    for (int i = 0; i < event.lastFlows.size(); i++) {
      passing.flow(event.lastFlows.get(i), true);
    }
    LegacyEvent legacy = event.legacy;
    if (legacy.there && legacy.direction != 0) {
      passing.flow(legacy.bind * BOUND + 1, legacy.direction == LegacyEvent.FLOW_IN);
    }
    if (legacy.isFlow()) {
      passing.flow(legacy.group(0) * OLDER + 1, legacy.phase == 'f');
    }
  }
}
