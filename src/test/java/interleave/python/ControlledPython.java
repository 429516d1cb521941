package interleave.python;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** A host of runs under control, and the explorer's end of its connection. */
final class ControlledPython implements AutoCloseable {
  private static final Path TRACER =
      Path.of("src/main/resources/interleave/engine/python").toAbsolutePath();

  /** What programs of lessons import. */
  private static final Path SHARED =
      Path.of("src/main/resources/interleave/scenario/python").toAbsolutePath();

  private static final int ALLOWANCE_MS = 300_000;
  private static final String TOKEN = "a token";

  private static final int MOST = 100_000;

  private final Process process;
  private final Connection connection;

  /**
   * One run that is recorded, too.
   *
   * @param run what was recorded
   * @param told what it told its explorer
   */
  record Recorded(PythonRun run, Told told) {}

  /** Records a run that goes as the schedule says. */
  static Recorded record(Path python, List<String> schedule, String... program) throws Exception {
    try (ServerSocket server = listening()) {
      CompletableFuture<Told> told = new CompletableFuture<>();
      Thread.startVirtualThread(() -> follow(server, schedule, told));
      PythonRun run =
          PythonRun.of(python, List.of(program), Map.of("INTERLEAVE_CONTROL", address(server)));
      return new Recorded(run, told.get(ALLOWANCE_MS, TimeUnit.MILLISECONDS));
    }
  }

  private static void follow(
      ServerSocket server, List<String> schedule, CompletableFuture<Told> told) {
    try (Socket socket = server.accept()) {
      Connection connection = new Connection(socket);
      told.complete(connection.run(schedule, "on", MOST, _ -> ""));
    } catch (IOException | RuntimeException e) {
      told.completeExceptionally(e);
    }
  }

  /** What a run told: lines with their fields. */
  record Told(List<List<String>> lines) {
    List<List<String>> of(String word) {
      return lines.stream().filter(each -> each.getFirst().equals(word)).toList();
    }

    /** How it ended, and by what. */
    List<String> ending() {
      List<String> ended = of("ended").getFirst();
      return ended.subList(1, ended.size());
    }

    String out() {
      return String.join("", of("out").stream().map(each -> each.get(1)).toList());
    }

    /** What each thread did in turn, such as {@code 1 lock fork}. */
    List<String> steps() {
      List<String> steps = new ArrayList<>();
      Map<String, String> objects = new HashMap<>(Map.of("0", ""));
      Map<String, String> next = new HashMap<>();
      for (List<String> line : lines) {
        switch (line.getFirst()) {
          case "object" -> objects.put(line.get(1), line.get(3));
          case "next" ->
              next.put(line.get(1), (line.get(2) + " " + objects.get(line.get(3))).trim());
          case "step" -> steps.add(line.get(1) + " " + next.get(line.get(1)));
          default -> {}
        }
      }
      return steps;
    }

    /** Who was chosen where there was a choice. */
    List<String> choices() {
      return choosing().map(each -> each.get(1)).toList();
    }

    /** Who could have been chosen there. */
    List<List<String>> alternatives() {
      return choosing().map(each -> List.of(each.get(2).split(" "))).toList();
    }

    private Stream<List<String>> choosing() {
      return of("step").stream().filter(each -> each.get(2).contains(" "));
    }
  }

  /** The explorer's end of a connection. */
  private static final class Connection {
    private final Socket socket;
    private final BufferedReader in;

    Connection(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout(ALLOWANCE_MS);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      List<String> hello = line();
      if (!hello.equals(List.of("hello", "1", TOKEN, "python"))) {
        throw new IOException(hello.toString());
      }
    }

    Told run(List<String> schedule, String then, int most, Function<List<String>, String> chooser)
        throws IOException {
      say("run", "r", String.join(" ", schedule), then, Integer.toString(most));
      List<List<String>> lines = new ArrayList<>();
      List<String> line = line();
      while (!line.getFirst().equals("over")) {
        if (line.getFirst().equals("ask")) {
          String chosen = chooser.apply(List.of(line.get(1).split(" ")));
          say(chosen.isEmpty() ? new String[] {"stop"} : new String[] {"choose", chosen});
        } else {
          lines.add(line);
        }
        line = line();
      }
      return new Told(lines);
    }

    void say(String... fields) throws IOException {
      byte[] line = (String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(line);
    }

    private List<String> line() throws IOException {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("The host has left.");
      }
      return Stream.of(line.split("\t", -1)).map(each -> each.replace("\\n", "\n")).toList();
    }
  }

  /**
   * Starts one.
   *
   * @param program its file and arguments
   */
  ControlledPython(Path python, Map<String, String> environment, String... program) {
    List<String> command = new ArrayList<>(List.of(python.toString(), "-m", "_interleave.control"));
    command.addAll(Arrays.asList(program));
    try (ServerSocket server = listening()) {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      Map<String, String> its = builder.environment();
      its.put("INTERLEAVE_CONTROL", address(server));
      its.put("PYTHONPATH", TRACER + File.pathSeparator + SHARED);
      Pythons.keepCompiled(its);
      its.put("PYTHONHASHSEED", "0");
      its.putAll(environment);
      process = builder.start();
      connection = new Connection(server.accept());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket listening() throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(ALLOWANCE_MS);
    return server;
  }

  private static String address(ServerSocket server) {
    return server.getLocalPort() + ":" + TOKEN;
  }

  /** One run that stays, behind what the schedule says, with the thread that ran last. */
  Told run(List<String> schedule) {
    return run(schedule, MOST);
  }

  /** The same with so many steps at most. */
  Told run(List<String> schedule, int most) {
    return run(schedule, "on", most, _ -> "");
  }

  /** One run in which another is asked at each choice; an empty answer stops it. */
  Told run(Function<List<String>, String> chooser) {
    return run(List.of(), "ask", MOST, chooser);
  }

  private Told run(
      List<String> schedule, String then, int most, Function<List<String>, String> chooser) {
    try {
      return connection.run(schedule, then, most, chooser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Socket socket = connection.socket) {
      connection.say("bye");
      if (!process.waitFor(ALLOWANCE_MS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("The host did not leave " + socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
