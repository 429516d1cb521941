package program;

import java.io.IOException;
import java.io.OutputStream;

/** Prints bytes of every kind on both streams, without a newline at the end, and leaves with 7. */
public final class Speaker {
  public static void main(String[] args) throws IOException {
    byte[] bytes = new byte[256 * 50];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    OutputStream out = System.out;
    out.write(bytes);
    out.write("no end".getBytes());
    out.flush();
    System.err.print("Picked up nothing\nPick");
    System.err.flush();
    System.exit(7);
  }
}
