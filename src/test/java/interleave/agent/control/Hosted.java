package interleave.agent.control;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A host of many runs of {@code fixture.Controlled}, and the explorer that asks it for them. */
final class Hosted implements AutoCloseable {
  private static final int MOST_STEPS = 5000;

  private final Process process;
  private final Socket socket;
  private final BufferedReader in;
  private final Writer out;

  /** What one run told. */
  record Told(List<String> lines) {
    List<String> of(String word) {
      return lines.stream().filter(line -> line.startsWith(word + "\t")).toList();
    }

    String ended() {
      return of("ended").getFirst().substring("ended\t".length()).strip();
    }

    String printed() {
      StringBuilder text = new StringBuilder();
      of("out").forEach(line -> text.append(line.substring("out\t".length())));
      return text.toString().replace("\\n", "\n").strip();
    }

    /** The lines of what happened, whoever was asked. */
    List<String> course() {
      return lines.stream().filter(line -> !line.startsWith("ask")).toList();
    }
  }

  Hosted() throws IOException {
    this("Controlled.balance,Controlled.ready");
  }

  /** With those fields; with all that may change where it is empty. */
  Hosted(String watched) throws IOException {
    String classes = System.getProperty("java.class.path");
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProcessBuilder builder =
          new ProcessBuilder(
              System.getProperty("java.home") + "/bin/java",
              "-javaagent:" + System.getProperty("interleave.agent"),
              "-XX:+UseSerialGC",
              "-Xmx64m",
              "-cp",
              classes,
              "interleave.agent.Host",
              classesOfTests(classes),
              "interleave.agent.fixture.Controlled",
              "race");
      builder.environment().put("INTERLEAVE_CONTROL", door.getLocalPort() + ":word");
      builder.environment().put("INTERLEAVE_WATCH", watched);
      process = builder.redirectErrorStream(true).redirectOutput(outputOfHost()).start();
      socket = door.accept();
    }
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    String hello = in.readLine();
    if (!hello.equals("hello\t1\tword\tjava")) {
      throw new IOException(hello);
    }
  }

  private static ProcessBuilder.Redirect outputOfHost() {
    return ProcessBuilder.Redirect.appendTo(new File("/dev/null"));
  }

  private static String classesOfTests(String classPath) {
    for (String each : classPath.split(File.pathSeparator)) {
      if (new File(each, "interleave/agent/fixture/Controlled.class").exists()) {
        return each;
      }
    }
    throw new IllegalStateException("no fixtures on the class path");
  }

  /** The run of that case in that order, then as long with one thread as it can. */
  Told run(String name, String schedule) throws IOException {
    return run(name, schedule, "on", List::getFirst);
  }

  /** The run of that case, in which {@code chooser} is asked wherever there is a choice. */
  Told ask(String name, java.util.function.Function<List<String>, String> chooser)
      throws IOException {
    return run(name, "", "ask", chooser);
  }

  private Told run(
      String name,
      String schedule,
      String then,
      java.util.function.Function<List<String>, String> chooser)
      throws IOException {
    say("run\t1\t" + schedule + "\t" + then + "\t" + MOST_STEPS + "\t" + name);
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("the host is gone after " + lines);
      }
      lines.add(line);
      if (line.startsWith("ask\t")) {
        say("choose\t" + chooser.apply(List.of(line.substring(4).split(" "))));
      } else if (line.startsWith("over\t")) {
        return new Told(lines);
      }
    }
  }

  private void say(String line) throws IOException {
    out.write(line + "\n");
    out.flush();
  }

  /** How many threads the host's process has. */
  int threads() {
    return process.toHandle().isAlive() ? count("/proc/" + process.pid() + "/task") : 0;
  }

  private static int count(String folder) {
    String[] names = new File(folder).list();
    return names == null ? 0 : names.length;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    say("bye");
    process.waitFor();
    socket.close();
  }

  /** So that {@code chooser} remembers what it chose. */
  static java.util.function.Function<List<String>, String> remembering(
      List<String> chosen, UnaryOperator<List<String>> order) {
    return able -> {
      String one = order.apply(able).getFirst();
      chosen.add(one);
      return one;
    };
  }
}
