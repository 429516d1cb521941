package interleave.process.broker;

import java.nio.ByteBuffer;

/**
 * A message that a {@link KeptQueue} gave away.
 *
 * @param number that whoever put it gave it
 */
public record KeptMessage(long number, ByteBuffer body) {}
