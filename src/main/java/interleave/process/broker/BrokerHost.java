package interleave.process.broker;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * What the broker's JVM runs: ActiveMQ Classic, on loopback, with everything in memory. It ends
 * when its standard input does, which is when whoever started it is gone, however that came about.
 *
 * <p>By reflection: nothing of ours is compiled against the broker, whose jars share packages, so
 * that no module path would take them.
 */
public final class BrokerHost {
  private static final String PACKAGE = "org.apache.activemq.";
  private static final int KEY_BYTES = 16;
  private static final int LARGEST_FRAME = 1 << 20;

  private BrokerHost() {}

  /**
   * Starts it.
   *
   * @param args the file to write its address to, which exists and is its owner's alone
   */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String key = HexFormat.of().formatHex(random);
    int port = start(key);
    // Whole or not at all; the one that is replaced says who may read it.
    Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "interleave", "");
    Files.writeString(
        written,
        new BrokerAddress(port, key).text(),
        StandardCharsets.UTF_8,
        StandardOpenOption.WRITE);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    while (System.in.read() >= 0) {
      // nobody says anything
    }
    Files.deleteIfExists(file);
    Runtime.getRuntime().halt(0);
  }

  private static int start(String key) throws Exception {
    Class<?> type = Class.forName(PACKAGE + "broker.BrokerService");
    Object broker = type.getConstructor().newInstance();
    for (String off :
        List.of("Persistent", "UseJmx", "UseShutdownHook", "AdvisorySupport", "SchedulerSupport")) {
      type.getMethod("set" + off, boolean.class).invoke(broker, false);
    }
    Class<?> plugin = Class.forName(PACKAGE + "broker.BrokerPlugin");
    Object plugins = Array.newInstance(plugin, 1);
    Array.set(plugins, 0, lock(key));
    type.getMethod("setPlugins", plugins.getClass()).invoke(broker, plugins);
    String limits =
        "?wireFormat.maxFrameSize=" + LARGEST_FRAME + "&wireFormat.maxDataLength=" + LARGEST_FRAME;
    Object connector =
        type.getMethod("addConnector", URI.class)
            .invoke(broker, new URI("stomp://" + BrokerAddress.HOST + ":0" + limits));
    type.getMethod("start").invoke(broker);
    type.getMethod("waitUntilStarted").invoke(broker);
    Method where = connector.getClass().getMethod("getConnectUri");
    return ((URI) where.invoke(connector)).getPort();
  }

  private static Object lock(String key) throws Exception {
    Object user =
        Class.forName(PACKAGE + "security.AuthenticationUser")
            .getConstructor(String.class, String.class, String.class)
            .newInstance(BrokerAddress.USER, key, "users");
    return Class.forName(PACKAGE + "security.SimpleAuthenticationPlugin")
        .getConstructor(List.class)
        .newInstance(List.of(user));
  }
}
