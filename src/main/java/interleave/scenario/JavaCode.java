package interleave.scenario;

import java.util.List;

/**
 * The Java program of a lesson.
 *
 * @param mainClass class of the program; its {@code main} takes {@code name=value} arguments
 * @param file simple name of its source file
 * @param watched the fields whose reads and writes are to be recorded
 * @param jvmOptions what its JVM needs beside what every scenario's gets
 * @param workerClass class of the program that a worker on another machine runs; empty where there
 *     are no workers to join
 */
public record JavaCode(
    String mainClass,
    String file,
    List<Watched> watched,
    List<String> jvmOptions,
    String workerClass) {
  public JavaCode {
    watched = List.copyOf(watched);
    jvmOptions = List.copyOf(jvmOptions);
  }
}
