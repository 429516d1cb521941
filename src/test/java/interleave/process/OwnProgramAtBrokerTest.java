package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.process.broker.Broker;
import interleave.process.broker.SharedBroker;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of the user's, compiled elsewhere, on this machine alone and over a broker. */
@BesideOthers
class OwnProgramAtBrokerTest {
  private static final String PROGRAM =
      """
      import interleave.process.*;

      class Squares {
        record Point(int x, int y) {}

        static Point square(int n, ProcessQueue<String> q) throws InterruptedException {
          q.put("done " + n);
          return new Point(n, n * n);
        }

        public static void main(String[] args) throws Exception {
          ProcessPool pool = new ProcessPool(Integer.parseInt(args[0]));
          try (ProcessQueue<String> q = ProcessQueue.bounded("q", 2)) {
            Result square = pool.apply(Squares.class, "square", 7, q);
            System.out.println(q.get() + " " + square.get());
          }
          pool.close();
          pool.join();
        }
      }
      """;

  @TempDir Path folder;

  private Path compiled(String name) throws Exception {
    Path source = folder.resolve("Squares.java");
    Files.writeString(source, PROGRAM);
    Path classes = Files.createDirectories(folder.resolve(name));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                ours(),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(failed).isZero();
    return classes;
  }

  /** Where our own classes are, as in the image the jar. */
  private static String ours() throws Exception {
    return Path.of(ProcessPool.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private static ProcessBuilder java(Path classes, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(ours() + File.pathSeparator + classes);
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static String output(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void itRunsUnchangedAlsoWhereTheOnlyWorkersAreOnAMachineThatIsLent() throws Exception {
    Path here = compiled("here");
    Path there = compiled("there"); // the same program, on the other machine's disk
    String alone = output(java(here, "Squares", "1"));
    assertThat(alone).isEqualTo("done 7 Point[x=7, y=49]");
    try (Broker broker = Broker.start()) {
      String address = broker.address().toString();
      Process lender =
          java(there, "interleave.process.Lender", address, "1")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        ProcessBuilder program = java(here, "Squares", "0");
        program.environment().put(SharedBroker.VARIABLE, address);
        assertThat(output(program)).isEqualTo(alone);
      } finally {
        lender.destroy();
        lender.waitFor();
      }
    }
  }
}
