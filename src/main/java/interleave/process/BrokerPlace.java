package interleave.process;

import interleave.process.broker.BrokerAddress;
import interleave.process.broker.SharedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which broker something is kept by, for another process: {@code broker:check:file}. Everybody on
 * the machine can read that; what lets in stays in the file. On another machine the process has an
 * address of its own for the same broker, which the check tells.
 *
 * @param bounded whether a queue is
 */
record BrokerPlace(long check, Path file, boolean bounded) {
  private static final String BROKER = "broker:";
  private static final String BOUNDED = "bounded-broker:";

  static BrokerPlace of(BrokerAddress address, Path file, boolean bounded) {
    return new BrokerPlace(address.check(), file.toAbsolutePath(), bounded);
  }

  /** Empty for what is no broker's. */
  static Optional<BrokerPlace> parse(String word) {
    boolean bounded = word.startsWith(BOUNDED);
    if (!bounded && !word.startsWith(BROKER)) {
      return Optional.empty();
    }
    String[] parts = word.split(":", 3);
    try {
      return Optional.of(
          new BrokerPlace(Long.parseUnsignedLong(parts[1], 16), Path.of(parts[2]), bounded));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("“" + Preview.cut(word) + "” is not a broker's place.", e);
    }
  }

  /** The address that this process has for it. */
  BrokerAddress address() throws IOException {
    List<Path> files = new ArrayList<>(SharedBroker.file().stream().toList());
    files.add(file);
    for (Path each : files) {
      if (Files.isReadable(each)) {
        BrokerAddress address = BrokerAddress.read(each);
        if (address.check() == check) {
          return address;
        }
      }
    }
    throw new IOException("this process has no address of its broker");
  }

  @Override
  public String toString() {
    return (bounded ? BOUNDED : BROKER) + Long.toHexString(check) + ":" + file;
  }
}
