package foreign;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.TreeMap;
import org.jacoco.agent.rt.RT;

/** Prints which of its own classes JaCoCo knows, and by which number it knows them. */
public final class Covered {
  private static final int SESSION = 0x10;
  private static final int EXECUTION = 0x11;

  private static synchronized int half(int of) {
    return of % 2 == 0 ? of / 2 : -1;
  }

  public static void main(String[] args) throws Exception {
    Thread worker = new Thread(() -> System.out.println(half(8)));
    worker.start();
    worker.join();
    read(RT.getAgent().getExecutionData(false))
        .forEach((name, id) -> System.out.println(name + " " + id));
  }

  /** The format of {@code jacoco.exec}. */
  private static TreeMap<String, String> read(byte[] data) throws IOException {
    TreeMap<String, String> classes = new TreeMap<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
    in.skipBytes(5); // header
    while (in.available() > 0) {
      int block = in.readByte();
      if (block == SESSION) {
        in.readUTF();
        in.skipBytes(16);
      } else if (block == EXECUTION) {
        String id = Long.toHexString(in.readLong());
        String name = in.readUTF();
        int probes = in.readByte();
        in.skipBytes((probes + 7) / 8);
        if (name.startsWith("foreign/")) {
          classes.put(name, id + " " + probes);
        }
      } else {
        throw new IOException("block " + block);
      }
    }
    return classes;
  }
}
