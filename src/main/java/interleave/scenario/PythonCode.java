package interleave.scenario;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The Python program of a lesson. Its first file is run with {@code name=value} arguments, and has
 * to lie beside the others in a folder that holds nothing else: Python finds modules there first,
 * so that a lesson named like a library module would be taken for it.
 *
 * @param files simple names; the program itself is the first
 * @param texts what each of them says
 * @param observable its global variables whose reads and writes may be observed step by step
 * @param watched those that are, in every run
 * @param workerFile the one that a worker on another machine runs; empty where there are no workers
 *     to join
 */
public record PythonCode(
    List<String> files,
    UnaryOperator<String> texts,
    List<String> observable,
    List<Watched> watched,
    String workerFile) {
  public PythonCode {
    files = List.copyOf(files);
    observable = List.copyOf(observable);
    watched = List.copyOf(watched);
  }

  /** The program's own file. */
  public String file() {
    return files.getFirst();
  }

  /** The lesson's files beside it, without what comes with every lesson. */
  public List<String> own() {
    return files.subList(1, files.size() - 1);
  }

  /** All that lies beside the program. */
  public List<String> beside() {
    return files.subList(1, files.size());
  }

  /** What one of its files says. */
  public String text(String name) {
    return texts.apply(name);
  }
}
