package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import interleave.scenario.program.command.SubprocessCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program, any program: waits for its exit code, or talks with it through pipes. */
public final class Subprocess {
  private final List<String> command;
  private final int patience;

  private Subprocess(List<String> command, int patience) {
    this.command = command;
    this.patience = patience;
  }

  /** Starts the program, passes on what it prints, and waits for its exit code. */
  int call() throws IOException, InterruptedException {
    ProcessBuilder builder = program().redirectErrorStream(true); // both through one pipe
    Process process = builder.start();
    process.getOutputStream().close(); // it gets nothing to read
    StreamReader output = StreamReader.of("output", process.getInputStream());
    int code = end(process, output);
    output.show();
    return code;
  }

  /** Starts the program, writes its input, and reads its output and its errors. */
  int communicate(String input) throws IOException, InterruptedException {
    Process process = program().start();
    // A thread for each pipe: one that is full while nobody reads it would stop the program.
    StreamReader output = StreamReader.of("output", process.getInputStream());
    StreamReader errors = StreamReader.of("errors", process.getErrorStream());
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      System.out.println("It did not want its input: " + e.getMessage() + ".");
    }
    int code = end(process, output, errors);
    output.show();
    errors.show();
    return code;
  }

  private ProcessBuilder program() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // a Java program would print them
    return builder;
  }

  /** Waits for the end of the program and of what it has to say, but not for ever. */
  private int end(Process process, StreamReader... readers) throws InterruptedException {
    if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
      System.out.println("It does not end, so it is ended.");
      List<ProcessHandle> more = process.descendants().toList(); // they hold the pipes too
      process.destroyForcibly();
      more.forEach(ProcessHandle::destroyForcibly);
    }
    for (StreamReader reader : readers) {
      reader.join(patience + 1); // a program that it left behind may keep the pipe open
    }
    return process.waitFor();
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("subprocess", args);
    System.out.println("Parent process " + ProcessHandle.current().pid() + ".");
    boolean call = given.text("way").equals("call");
    String input = given.text("input").replace("\\n", "\n");
    try {
      List<String> command =
          SubprocessCommand.of(given.text("program"), given.text("command"), call);
      System.out.println("$ " + String.join(" ", command));
      Subprocess program = new Subprocess(command, given.millis("patience"));
      int code = call ? program.call() : program.communicate(input);
      System.out.println("Exit code: " + code);
    } catch (IOException e) {
      System.out.println("It could not be started: " + e.getMessage());
    }
  }
}
