package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import interleave.scenario.program.command.JavaCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Two programs, joined by a pipe: what one writes the other reads, as in a shell. */
public final class Pipeline {
  private static final int BLOCK = 16 * 1024;

  private Pipeline() {}

  /** Writes as fast as it can, so many blocks of 16 KiB. */
  static final class Writer {
    public static void main(String[] args) throws IOException {
      try {
        for (int number = 1; number <= Integer.parseInt(args[0]); number++) {
          String block = String.format("%" + BLOCK + "s", "block " + number);
          System.out.write(block.getBytes(StandardCharsets.US_ASCII)); // waits while it is full
          if (System.out.checkError()) {
            throw new IOException("nobody reads any more");
          }
        }
      } catch (IOException e) {
        System.err.println("Writer: " + e.getMessage());
        System.exit(1);
      }
    }
  }

  /** Reads slowly, a block at a time, to the end or until it has had enough. */
  static final class Reader {
    public static void main(String[] args) throws IOException, InterruptedException {
      int leaves = Integer.parseInt(args[1]);
      int blocks = 0;
      while ((leaves == 0 || blocks < leaves)
          && System.in.readNBytes(BLOCK).length > 0) { // waits while the pipe is empty
        blocks++;
        Thread.sleep(Integer.parseInt(args[0]));
      }
      System.out.println("Reader: had " + blocks + " blocks");
    }
  }

  private static ProcessBuilder program(Class<?> program, String... arguments) {
    return new ProcessBuilder(JavaCommand.of(program, arguments)).redirectError(Redirect.INHERIT);
  }

  /** As a shell says it: 128 + n where signal n ended it. */
  private static String how(int code) {
    return "exit code " + code;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    ProgramArguments given = ProgramArguments.to("pipeline", args);
    ProcessBuilder writer = program(Writer.class, "" + given.number("blocks"));
    ProcessBuilder reader =
        program(Reader.class, "" + given.millis("reading"), "" + given.number("leaves"));
    List<Process> pipeline =
        ProcessBuilder.startPipeline(
            List.of(
                writer.redirectInput(Redirect.INHERIT), reader.redirectOutput(Redirect.INHERIT)));
    System.out.println("Writer: " + how(pipeline.getFirst().waitFor()));
    System.out.println("Reader: " + how(pipeline.getLast().waitFor()));
  }
}
