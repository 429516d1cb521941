package interleave.timeline;

import interleave.event.NativeState;

/** With which stacks a thread was seen, and when; sorted by time. */
public interface StackSamples {
  int lane();

  int size();

  long time(int i);

  /** Index into {@link Timeline#stacks}. */
  int stack(int i);

  /** For how many ns it counts. */
  long weight(int i);

  /** What whoever saw it knows of the thread; {@link NativeState#UNKNOWN} where its lane tells. */
  NativeState state(int i);

  /** Index of the last one taken at or before {@code time}, -1 if none. */
  int at(long time);
}
