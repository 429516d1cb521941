package interleave.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Which machine this is. */
final class Place {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAME = Path.of("/proc/sys/kernel/hostname");
  private static final Path TIME = Path.of("/proc/self/ns/time");

  private Place() {}

  /** What it is called, for people. */
  static String name() {
    String name = read(NAME, "");
    if (!name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "?";
    }
  }

  /** The same for all processes with the same name and clock; of its own where nobody can tell. */
  static String key() {
    return name() + " " + read(BOOT, UUID.randomUUID().toString()) + " " + timeNamespace();
  }

  private static String timeNamespace() {
    try {
      return Files.readSymbolicLink(TIME).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String read(Path file, String otherwise) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return otherwise;
    }
  }
}
