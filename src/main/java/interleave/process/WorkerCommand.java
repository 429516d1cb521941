package interleave.process;

import interleave.event.Recorder;
import interleave.process.broker.SharedBroker;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line of a child JVM that runs {@link Worker}: the same Java and the same class path
 * as here, and options for a quick start. A tracer travels by the environment, which children
 * inherit.
 */
final class WorkerCommand {
  /** System property: path of the class-data archive that child JVMs start from. */
  static final String ARCHIVE_PROPERTY = "interleave.worker.archive";

  /**
   * Where none is named: a file of this name beside the jar that this class is in, or beside its
   * folder.
   */
  static final String ARCHIVE_FILE = "worker.jsa";

  private static final ProcessBuilder.Redirect NOTHING =
      ProcessBuilder.Redirect.from(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"));

  private WorkerCommand() {}

  /**
   * A child with these arguments for {@link Worker}, not started yet. It prints where this process
   * prints, and has nothing to read.
   */
  static ProcessBuilder of(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    archive()
        .ifPresent(
            archive -> {
              command.add("-XX:SharedArchiveFile=" + archive);
              // An archive that does not fit is not used; no need to tell the learner, on standard
              // output.
              command.add("-Xlog:cds*=off");
              command.add("-D" + ARCHIVE_PROPERTY + "=" + archive);
            });
    for (String property : List.of("stdout.encoding", "stderr.encoding", SharedBroker.PROPERTY)) {
      String here = System.getProperty(property);
      if (here != null) {
        command.add("-D" + property + "=" + here);
      }
    }
    command.addAll(List.of("-cp", classPath(), Worker.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(NOTHING)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().remove(Recorder.NAME_VARIABLE); // that name is this process' own
    return builder;
  }

  private static String classPath() {
    String classPath = System.getProperty("java.class.path", "");
    if (classPath.isEmpty()) {
      throw new IllegalStateException(
          "Child processes get their classes from the class path, and this process has none.");
    }
    // The child may be given another working folder one day; an empty entry means the current one.
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().normalize().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Optional<Path> archive() {
    String named = System.getProperty(ARCHIVE_PROPERTY);
    Optional<Path> archive = named != null ? Optional.of(Path.of(named)) : besideOurJar();
    return archive.filter(Files::isRegularFile).map(Path::toAbsolutePath);
  }

  private static Optional<Path> besideOurJar() {
    CodeSource source = WorkerCommand.class.getProtectionDomain().getCodeSource();
    try {
      if (source == null
          || source.getLocation() == null
          || !"file".equals(source.getLocation().getProtocol())) {
        return Optional.empty();
      }
      Path folder = Path.of(source.getLocation().toURI()).toAbsolutePath().resolveSibling("");
      return Stream.of(folder, folder.resolveSibling(""))
          .map(place -> place.resolve(ARCHIVE_FILE))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
