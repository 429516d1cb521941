package interleave.process.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of brokers, and fingerprints of certificates. */
class BrokerAddressTest {
  private static final Fingerprint OF_NOTHING = Fingerprint.of(new byte[0]);

  @TempDir Path folder;

  @Test
  void anAddressIsReadAsItWasWritten() throws IOException {
    BrokerAddress address =
        new BrokerAddress(
            BrokerAddress.uri("tls://[::1]:61614"), "me", "a key:\\", Optional.of(OF_NOTHING));
    address.write(folder.resolve("a"));
    assertThat(BrokerAddress.read(folder.resolve("a"))).isEqualTo(address);
    assertThat(address.host()).isEqualTo("::1");
    assertThat(address.toString()).doesNotContain("a key");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyItsOwnerMayReadItAlsoWhereAnybodyCouldReadTheOneBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    BrokerAddress.local(1, "key").write(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host:1",
        "http://host:1",
        "tcp://host",
        "tcp://:1",
        "tcp://host:0",
        "tcp://host:65536",
        "tls://u:p@host:1",
        "tcp://host:1?x=y",
        "tcp://a host:1",
        "tcp:host:1",
        ""
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> BrokerAddress.uri(text))
        .withMessageContaining("tls://host:port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4711\nkey\n", "tcp://h:1\nuser\n", "tls://h:1\nuser\nkey\nsha256:12\n"})
  void aFileThatHasNoneIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a"), text, StandardCharsets.UTF_8);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> BrokerAddress.read(file))
        .withMessageContaining("is not the address of a broker");
  }

  @Test
  void aQueueHasOneKeyOnAllHostsAndAnotherWithEachRun() {
    BrokerAddress here = BrokerAddress.local(4711, "key");
    BrokerAddress there =
        new BrokerAddress(URI.create("tls://host:1"), "key", Optional.of(OF_NOTHING));
    // As Python has it: zlib.crc32(b"key") << 32 | zlib.crc32(b"tasks").
    assertThat(here.keyOf("tasks")).isEqualTo(there.keyOf("tasks")).isEqualTo(0x8a90aba9_50586597L);
    assertThat(here.keyOf("tasks")).isNotEqualTo(here.keyOf("results"));
    assertThat(here.keyOf("tasks")).isNotEqualTo(BrokerAddress.local(4711, "other").keyOf("tasks"));
  }

  @Test
  void aFingerprintIsReadHoweverItIsWritten() {
    assertThat(OF_NOTHING.toString())
        .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Fingerprint.parse(OF_NOTHING.toString())).isEqualTo(OF_NOTHING);
    String colons = OF_NOTHING.hex().toUpperCase(Locale.ROOT).replaceAll("..(?=.)", "$0:");
    assertThat(Fingerprint.parse(" SHA256:" + colons + "\n")).isEqualTo(OF_NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha1:e3b0", "sha256:zz"})
  void whatIsNoFingerprintIsRefused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Fingerprint.parse(text));
  }

  @Test
  void whoWaitsForAnAddressFindsTheFileAtAnyTime() throws Exception {
    Path file = folder.resolve("broker.address");
    BrokerAddress address = BrokerAddress.local(1, "key");
    address.write(file);
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 300; i++) {
                  address.write(file);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    int looks = 0;
    while (writer.isAlive() || looks == 0) {
      assertThat(Files.size(file)).isPositive();
      looks++;
    }
    writer.join();
  }
}
