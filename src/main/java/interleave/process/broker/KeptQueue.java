package interleave.process.broker;

/**
 * A queue whose messages a broker keeps for the process that made it.
 *
 * @param key by which all processes on all hosts know it
 * @param bounded whether a message needs room, of which there is so much: for each message that
 *     fits a token waits in a queue beside, which a put takes and a get gives back
 */
public record KeptQueue(long key, boolean bounded) {
  String messages() {
    return "interleave.queue." + Long.toHexString(key);
  }

  String room() {
    return "interleave.room." + Long.toHexString(key);
  }
}
