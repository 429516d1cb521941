package interleave.view.source;

import interleave.timeline.ThreadState;
import java.util.List;

/**
 * Where threads are in the source at the playhead.
 *
 * @param line counted from 1
 * @param lanes the threads that are there
 * @param state what the latest of them does
 * @param time when the latest of them came there
 */
public record LineMark(int line, List<Integer> lanes, ThreadState state, long time) {}
