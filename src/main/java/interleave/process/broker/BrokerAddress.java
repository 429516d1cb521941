package interleave.process.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Where a broker listens, and what lets one in: the two lines of a file that only its owner may
 * read. Not a word of a command line, which everybody on the machine can see.
 *
 * @param key random, of one run
 */
record BrokerAddress(int port, String key) {
  static final String HOST = "127.0.0.1";
  static final String USER = "interleave";

  static BrokerAddress read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    try {
      return new BrokerAddress(Integer.parseInt(lines.get(0)), lines.get(1));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is not the address of a broker.", e);
    }
  }

  String text() {
    return port + "\n" + key + "\n";
  }

  /** By what all processes know a queue of this broker, in Java and in Python. */
  long keyOf(String queue) {
    CRC32 sum = new CRC32();
    sum.update(queue.getBytes(StandardCharsets.UTF_8));
    return (long) port << Integer.SIZE | sum.getValue();
  }
}
