package interleave.exercise;

import interleave.engine.Interpreter;
import interleave.engine.StartException;
import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import interleave.words.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether a source file compiles, and where it does not. Nothing of it is run. */
public final class SourceCheck {
  private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-Xlint:none");

  /** Reads source from its input, and says line and message where it is none. */
  private static final String QUESTION =
      """
      import sys, warnings
      warnings.simplefilter("ignore")
      try:
          compile(sys.stdin.buffer.read(), "it", "exec", 0, True)
      except (SyntaxError, ValueError) as e:
          said = "%d\\t%s" % (getattr(e, "lineno", 0) or 0, getattr(e, "msg", e))
          sys.stdout.buffer.write(said.encode("utf-8", "replace"))
      """;

  private SourceCheck() {}

  /**
   * Asks the compiler, or the usual Python; takes some 50 ms, the first time longer. Empty where it
   * compiles, or nobody is there to ask.
   */
  public static List<Mistake> mistakes(String file, String text, ProgramLanguage language)
      throws IOException {
    return switch (language) {
      case JAVA -> java(file, text);
      case PYTHON -> python(text);
    };
  }

  private static List<Mistake> java(String file, String text) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return List.of();
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileManager files =
        compiler.getStandardFileManager(found, Language.current().locale(), StandardCharsets.UTF_8);
    try (JavaFileManager nowhere = new Nowhere(files)) {
      Source source = new Source(file, text);
      compiler.getTask(null, nowhere, found, OPTIONS, null, List.of(source)).call();
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(SourceCheck::mistake)
        .toList();
  }

  private static Mistake mistake(Diagnostic<? extends JavaFileObject> found) {
    String says = found.getMessage(Language.current().locale());
    long line = Math.max(0, found.getLineNumber()); // -1 where it is nowhere
    return new Mistake((int) line, says.replaceAll("\\s*\\R\\s*", ", "));
  }

  private static List<Mistake> python(String text) throws IOException {
    Interpreter python = Program.PYTHONS.usual(Path.of(""));
    Process process =
        new ProcessBuilder(python.path().toString(), "-I", "-S", "-c", QUESTION)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      try (OutputStream to = process.getOutputStream()) {
        to.write(text.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new StartException(python.show());
      }
      int tab = said.indexOf('\t');
      return tab < 0
          ? List.of()
          : List.of(new Mistake(Integer.parseInt(said.substring(0, tab)), said.substring(tab + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The text in the place of a file. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String file, String text) {
      super(URI.create("string:///" + file), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Where classes go that nobody wants. */
  private static final class Nowhere extends ForwardingJavaFileManager<JavaFileManager> {
    Nowhere(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("none:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return OutputStream.nullOutputStream();
        }
      };
    }
  }
}
