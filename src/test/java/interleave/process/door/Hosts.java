package interleave.process.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hosts of one machine: network namespaces, with a link from the first to each of the others, on
 * which packets are late and some are lost.
 */
final class Hosts implements AutoCloseable {
  private static final String DELAY = "4";
  private static final String LOSS = "2";

  private final String prefix = "il" + ProcessHandle.current().pid();
  private final List<Process> links = new ArrayList<>();
  private int count;

  /** What is late and loses: the kernel, or a program. */
  private String how = "";

  /** Makes them; skips the test, saying so, where that is not allowed. */
  static Hosts of(int others) throws Exception {
    assumeTrue(Path.of("/var/run").toFile().isDirectory(), "no Linux: no network namespaces");
    Hosts hosts = new Hosts();
    try {
      for (int i = 0; i <= others; i++) {
        String said = hosts.run("ip", "netns", "add", hosts.name(i));
        assumeTrue(said.isEmpty(), "Several hosts are not tried, no network namespaces: " + said);
        hosts.count++;
        hosts.done("ip", "-n", hosts.name(i), "link", "set", "lo", "up");
      }
      for (int i = 1; i <= others; i++) {
        hosts.link(i);
      }
      return hosts;
    } catch (Throwable e) {
      hosts.close();
      throw e;
    }
  }

  private String name(int host) {
    return prefix + "-" + host;
  }

  private static String device(int host) {
    return "wire" + host;
  }

  /** The first host's address on the link to that one. */
  static String first(int host) {
    return "10.77." + host + ".1";
  }

  private void link(int host) throws Exception {
    String wire = device(host);
    done(
        "ip",
        "link",
        "add",
        wire,
        "netns",
        name(0),
        "type",
        "veth",
        "peer",
        wire,
        "netns",
        name(host));
    how = "tc netem";
    for (int end : List.of(0, host)) {
      String refused =
          run(
              "tc",
              "-n",
              name(end),
              "qdisc",
              "add",
              "dev",
              wire,
              "root",
              "netem",
              "delay",
              DELAY + "ms",
              "loss",
              LOSS + "%");
      if (!refused.isEmpty()) {
        done("ip", "-n", name(0), "link", "delete", wire);
        program(host);
        break;
      }
    }
    address(0, host, first(host), "10.77." + host + ".2");
    address(host, host, "10.77." + host + ".2", first(host));
  }

  /** In place of veth and netem, where the kernel has not both: a program between two devices. */
  private void program(int host) throws Exception {
    how = "lossy_link.py";
    Process link =
        new ProcessBuilder(
                "python3",
                "src/test/resources/python/lossy_link.py",
                name(0),
                name(host),
                device(host),
                "0.00" + DELAY,
                "0.0" + LOSS)
            .redirectErrorStream(true)
            .start();
    links.add(link);
    String said = link.inputReader(StandardCharsets.UTF_8).readLine();
    assumeTrue("ready".equals(said), "Several hosts are not tried, neither netem nor tun: " + said);
  }

  private void address(int end, int host, String own, String others) throws Exception {
    done("ip", "-n", name(end), "addr", "add", own, "peer", others, "dev", device(host));
    up(end, host, true);
  }

  private void up(int end, int host, boolean up) throws Exception {
    done("ip", "-n", name(end), "link", "set", device(host), up ? "up" : "down");
  }

  /** Pulls the cable between the first host and that one, or puts it back. */
  void cable(int host, boolean there) throws Exception {
    up(host, host, there);
  }

  String how() {
    return how;
  }

  /** A program that runs on that host. */
  ProcessBuilder on(int host, List<String> command) {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", name(host)));
    words.addAll(command);
    return new ProcessBuilder(words).redirectErrorStream(true);
  }

  private void done(String... command) throws Exception {
    assertThat(run(command)).as(Arrays.toString(command)).isEmpty();
  }

  /** Returns what was wrong, and nothing where nothing was. */
  private String run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : command[0] + ": " + said;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public void close() throws Exception {
    for (Process link : links) {
      link.getOutputStream().close();
      link.waitFor();
    }
    for (int i = 0; i < count; i++) {
      run("ip", "netns", "delete", name(i));
    }
  }
}
