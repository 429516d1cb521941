package interleave.worker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** By which addresses others on the network may come to this machine. */
public final class MachineAddresses {
  /**
   * Of a network that is nobody's: a packet there would leave by the usual way, and none is sent.
   */
  private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("198.51.100.1", 9);

  private MachineAddresses() {}

  /** The one by which packets usually leave first; none where there is no network. */
  public static List<InetAddress> all() {
    Set<InetAddress> all = new LinkedHashSet<>();
    List<InetAddress> found = new ArrayList<>();
    try {
      for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
        if (each.isUp() && !each.isLoopback()) {
          each.inetAddresses().filter(MachineAddresses::isReachable).forEach(found::add);
        }
      }
    } catch (SocketException e) {
      // then there is what the way out says
    }
    usual(found, all);
    found.stream()
        .sorted(Comparator.comparing(each -> !(each instanceof Inet4Address)))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** Addresses of a link need its name behind them, which differs from machine to machine. */
  private static boolean isReachable(InetAddress address) {
    return !address.isLinkLocalAddress() && !address.isLoopbackAddress();
  }

  private static void usual(List<InetAddress> found, Set<InetAddress> first) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(ELSEWHERE);
      if (found.contains(socket.getLocalAddress())) {
        first.add(socket.getLocalAddress());
      }
    } catch (IOException | RuntimeException e) {
      // there is no way out
    }
  }

  /** What this machine calls itself. */
  public static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "";
    }
  }
}
