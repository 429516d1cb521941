package program;

import interleave.engine.Engine;
import interleave.engine.Installation;
import interleave.engine.JavaProgram;
import interleave.engine.Run;
import interleave.engine.Settings;
import java.nio.file.Path;
import java.util.List;

/** An engine in a JVM of its own: runs {@link Forever} and says where it is recorded. */
public final class EngineHost {
  public static void main(String[] args) throws Exception {
    Installation found = Installation.find();
    Installation installation =
        args[0].equals("traced")
            ? found
            : new Installation(found.code(), null, null, found.java(), found.java());
    Path classes =
        Path.of(EngineHost.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    JavaProgram.Code code = new JavaProgram.Code.Main(List.of(classes), "program.Forever");
    Run run =
        new Engine(installation)
            .start(
                JavaProgram.of(installation.java(), code),
                new Settings(
                    1 << 28,
                    Settings.Input.PIPE,
                    (stderr, bytes, length) -> System.out.write(bytes, 0, length)));
    System.out.println(run.recording().folder());
    System.out.flush();
    run.ended().join();
  }
}
