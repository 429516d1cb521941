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

  private static final int ALLOWANCE_MS = 60_000;
  private static final String TOKEN = "a token";

  private final Process process;
  private final Socket socket;
  private final BufferedReader in;

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

  /**
   * Starts one.
   *
   * @param compiled where Python keeps what it compiles
   * @param program its file and arguments
   */
  ControlledPython(Path python, Path compiled, Map<String, String> environment, String... program) {
    List<String> command = new ArrayList<>(List.of(python.toString(), "-m", "_interleave.control"));
    command.addAll(Arrays.asList(program));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(ALLOWANCE_MS);
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      Map<String, String> its = builder.environment();
      its.put("INTERLEAVE_CONTROL", server.getLocalPort() + ":" + TOKEN);
      its.put("PYTHONPATH", TRACER + File.pathSeparator + SHARED);
      its.put("PYTHONPYCACHEPREFIX", compiled.toString());
      its.put("PYTHONHASHSEED", "0");
      its.putAll(environment);
      process = builder.start();
      socket = server.accept();
      socket.setSoTimeout(ALLOWANCE_MS);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> hello = line();
    if (!hello.equals(List.of("hello", "1", TOKEN, "python"))) {
      throw new IllegalStateException(hello.toString());
    }
  }

  /** One run that stays, behind what the schedule says, with the thread that ran last. */
  Told run(List<String> schedule) {
    return run(schedule, 100_000);
  }

  /** The same with so many steps at most. */
  Told run(List<String> schedule, int most) {
    say("run", "r", String.join(" ", schedule), "on", Integer.toString(most));
    return told(_ -> "");
  }

  /** One run in which another is asked at each choice; an empty answer stops it. */
  Told run(Function<List<String>, String> chooser) {
    say("run", "r", "", "ask", "100000");
    return told(chooser);
  }

  private Told told(Function<List<String>, String> chooser) {
    List<List<String>> lines = new ArrayList<>();
    while (true) {
      List<String> line = line();
      switch (line.getFirst()) {
        case "over" -> {
          return new Told(lines);
        }
        case "ask" -> {
          String chosen = chooser.apply(List.of(line.get(1).split(" ")));
          if (chosen.isEmpty()) {
            say("stop");
          } else {
            say("choose", chosen);
          }
        }
        default -> lines.add(line);
      }
    }
  }

  private void say(String... fields) {
    try {
      socket
          .getOutputStream()
          .write((String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> line() {
    try {
      String line = in.readLine();
      if (line == null) {
        throw new IllegalStateException("The host left: " + said());
      }
      return Stream.of(line.split("\t", -1)).map(each -> each.replace("\\n", "\n")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try (socket) {
      say("bye");
      if (!process.waitFor(ALLOWANCE_MS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("The host did not leave: " + said());
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
