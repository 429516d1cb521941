package interleave.scenario;

import java.util.List;

/**
 * The Java program of a lesson.
 *
 * @param mainClass class of the program; its {@code main} takes {@code name=value} arguments; empty
 *     where it is run from its source
 * @param file simple name of its source file
 * @param source what that says where the program is run from it; else empty
 * @param watched the fields whose reads and writes are to be recorded
 * @param jvmOptions what its JVM needs beside what every scenario's gets
 * @param workerClass class of the program that a worker on another machine runs; empty where there
 *     are no workers to join
 */
public record JavaCode(
    String mainClass,
    String file,
    String source,
    List<Watched> watched,
    List<String> jvmOptions,
    String workerClass) {
  public JavaCode {
    watched = List.copyOf(watched);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** Whether the JVM is given a source file, and no class of the product. */
  public boolean isSource() {
    return mainClass.isEmpty();
  }

  /** The program as it was written. */
  public String text() {
    return isSource() ? source : SourceText.of("source/" + file);
  }
}
