package interleave.remote;

import java.io.IOException;

/** Carries a message to a queue; it may be lost on the way. */
interface Mail {
  /** The queue to which shippers send. */
  String RECORDINGS = "recordings";

  /** The queue on which that shipper is answered. */
  static String of(long shipper) {
    return "worker." + Long.toHexString(shipper);
  }

  void send(String queue, byte[] message) throws IOException;
}
