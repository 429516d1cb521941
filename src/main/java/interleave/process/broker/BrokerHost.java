package interleave.process.broker;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the broker's JVM runs: ActiveMQ Classic, on loopback, with everything in memory. It ends
 * when its standard input does, which is when whoever started it is gone, however that came about.
 * Where it was asked to, by whatever is said there, it stays a moment for workers from elsewhere.
 *
 * <p>By reflection: nothing of ours is compiled against the broker, whose jars share packages, so
 * that no module path would take them.
 */
public final class BrokerHost {
  private static final String PACKAGE = "org.apache.activemq.";
  private static final int KEY_BYTES = 16;
  private static final int LARGEST_FRAME = StompParser.LARGEST_BODY + StompParser.LARGEST_HEAD;

  /** So long it stays at most for workers from elsewhere. */
  private static final Duration LINGER = Duration.ofSeconds(10);

  private static final int LOOK_MILLIS = 20;

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
    BrokerAddress address = BrokerAddress.local(start(key), key);
    address.write(file);
    @Nullable Path left = address.leave();
    boolean asked = false;
    while (System.in.read() >= 0) {
      asked = true; // where whoever started it was killed, nothing is said
    }
    Files.deleteIfExists(file);
    if (left != null) {
      Files.deleteIfExists(left);
      Path guests = left.resolveSibling(BrokerAddress.GUESTS);
      if (asked) {
        linger(address, guests);
      }
      Files.deleteIfExists(guests);
    }
    Runtime.getRuntime().halt(0);
  }

  /** Until those from elsewhere have handed over what they recorded, or it takes too long. */
  private static void linger(BrokerAddress address, Path guests) throws InterruptedException {
    long end = System.nanoTime() + LINGER.toNanos();
    if (Files.exists(guests)) {
      try (StompConnection own = StompConnection.open(address)) {
        own.send(List.of(Vigil.token(new BrokerFrames(""), MakerToken.RUN, Vigil.ENDED)));
        while (Files.exists(guests) && System.nanoTime() < end) {
          Thread.sleep(LOOK_MILLIS);
        }
      } catch (IOException e) {
        // then they learn of it when it is gone
      }
    }
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
    quick(type, broker);
    String limits =
        "?transport.tcpNoDelay=true"
            + ("&wireFormat.maxFrameSize=" + LARGEST_FRAME)
            + ("&wireFormat.maxDataLength=" + StompParser.LARGEST_BODY);
    Object connector =
        type.getMethod("addConnector", URI.class)
            .invoke(broker, new URI("stomp://" + BrokerAddress.HOST + ":0" + limits));
    type.getMethod("start").invoke(broker);
    type.getMethod("waitUntilStarted").invoke(broker);
    Method where = connector.getClass().getMethod("getConnectUri");
    return ((URI) where.invoke(connector)).getPort();
  }

  /** Who takes a message gets it from the thread that knows that it is there. */
  private static void quick(Class<?> type, Object broker) throws Exception {
    Class<?> entries = Class.forName(PACKAGE + "broker.region.policy.PolicyEntry");
    Object entry = entries.getConstructor().newInstance();
    entries.getMethod("setOptimizedDispatch", boolean.class).invoke(entry, true);
    Class<?> maps = Class.forName(PACKAGE + "broker.region.policy.PolicyMap");
    Object map = maps.getConstructor().newInstance();
    maps.getMethod("setDefaultEntry", entries).invoke(map, entry);
    type.getMethod("setDestinationPolicy", maps).invoke(broker, map);
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
