import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the application image {@code target/interleave}, and from it the platform's installer.
 * Maven runs it as {@code java jpackage/Image.java image|installer BASE VERSION CLASSPATH}.
 *
 * <pre>
 *   interleave/bin/interleave                starts the window's JVM
 *   interleave/lib/runtime/                  modules of the JDK only, with bin/java for traced programs
 *   interleave/lib/app/interleave-agent.jar  the tracer, on the boot class path of traced programs
 *   interleave/lib/app/worker.jsa            class data of a child JVM's first steps; may be missing
 *   interleave/lib/app/broker/               the embedded broker's jars, a class path of its own
 *   interleave/lib/app/mods/                 interleave.jar and the libraries: the module path
 *   interleave/lib/app/share/                manual pages and completion for shells, on Linux
 * </pre>
 *
 * <p>The module {@code interleave} stays out of the run-time image: a traced program is started by
 * the same {@code java}, and would find the tracer's classes twice.
 */
final class Image {
  /** What the window needs, what Java programs under study may need, and javac for .java files. */
  private static final String MODULES =
      "java.se,jdk.accessibility,jdk.attach,jdk.charsets,jdk.compiler,jdk.crypto.cryptoki,"
          + "jdk.httpserver,jdk.jfr,jdk.jsobject,jdk.localedata,"
          + "jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.nio.mapmode,"
          + "jdk.security.auth,jdk.unsupported,jdk.unsupported.desktop,jdk.xml.dom,jdk.zipfs";

  /** Options of the window's JVM. $APPDIR is replaced by the launcher, native or shell. */
  private static final List<String> OPTIONS =
      List.of(
          "-Dinterleave.agent=$APPDIR/interleave-agent.jar",
          "-XX:-UsePerfData", // its file in /tmp: where that is full, the JVM has the first word
          "--enable-native-access=javafx.graphics");

  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  private final Path base;
  private final Path target;
  private final Path image;
  private final String version;
  private final List<Path> jars;

  private Image(Path base, String version, String classpath) {
    this.base = base;
    this.target = base.resolve("target");
    this.image = target.resolve("interleave");
    this.version = version;
    // JavaFX puts an empty jar without a platform in its name beside each real one.
    this.jars =
        Stream.of(classpath.split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(entry -> !entry.matches(".*javafx-\\w+-[0-9.]+\\.jar"))
            .map(Path::of)
            .toList();
  }

  public static void main(String[] args) throws Exception {
    if (Runtime.version().feature() < 25) {
      throw new IllegalStateException(
          "The image needs JDK 25 or newer: run Maven's package with it.");
    }
    var image = new Image(Path.of(args[1]), args[2], args[3]);
    switch (args[0]) {
      case "image" -> image.make();
      case "installer" -> image.pack();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private void make() throws Exception {
    if (!staleAgainst("interleave.state", contents())) {
      return;
    }
    var runtime = runtime();
    delete(image);
    jpackage(runtime);
    Files.copy(
        target.resolve("interleave-agent.jar"), app("interleave-agent.jar"), COPY_ATTRIBUTES);
    copyBroker();
    if (LINUX) {
      writeLaunchers();
      archiveWorker();
      say("man/man1/interleave.1", "man");
      say("man/zh_CN/man1/interleave.1", "--language", "zh", "man");
      say("bash-completion/completions/interleave", "completion", "bash");
      say("zsh/vendor-completions/_interleave", "completion", "zsh");
    }
    remember("interleave.state", contents());
  }

  /** Made once for each JDK and list of modules: linking takes longer than all the rest. */
  private Path runtime() throws IOException {
    var runtime = target.resolve("runtime");
    var kind = Runtime.version() + " " + MODULES;
    if (staleAgainst("runtime.state", kind)) {
      delete(runtime);
      tool(
          "jlink",
          List.of("--add-modules", MODULES, "--no-man-pages", "--no-header-files"),
          List.of("--compress", "zip-2", "--generate-cds-archive", "--output", "" + runtime));
      remember("runtime.state", kind);
    }
    return runtime;
  }

  private void jpackage(Path runtime) throws IOException {
    var modules = target.resolve("mods");
    delete(modules);
    Files.createDirectories(modules);
    Files.copy(mainJar(), modules.resolve("interleave.jar"), COPY_ATTRIBUTES);
    for (Path jar : jars) {
      Files.copy(jar, modules.resolve(jar.getFileName()), COPY_ATTRIBUTES);
    }
    tool(
        "jpackage",
        List.of("--type", "app-image", "--dest", "" + target, "--name", "interleave"),
        List.of("--app-version", version, "--runtime-image", "" + runtime),
        List.of("--module-path", "" + modules, "--module", "interleave/interleave.app.Main"),
        List.of("--icon", "" + icon()),
        OPTIONS.stream().flatMap(option -> Stream.of("--java-options", option)).toList());
    delete(modules);
  }

  /** Beside the modules and not among them: no module path would take jars that share packages. */
  private void copyBroker() throws IOException {
    Files.createDirectories(app("broker"));
    for (Path jar : brokerJars()) {
      Files.copy(jar, app("broker").resolve(jar.getFileName()), COPY_ATTRIBUTES);
    }
  }

  private List<Path> brokerJars() throws IOException {
    try (var files = Files.list(target.resolve("broker"))) {
      return files.sorted().toList();
    }
  }

  /**
   * The native launcher starts itself twice and leaves its variables in the environment, where the
   * programs under study would find them. On Linux a script does better.
   */
  private void writeLaunchers() throws IOException {
    var options = new StringBuilder();
    OPTIONS.forEach(option -> options.append('"').append(option).append("\" "));
    // A file manager hands over a recording alone. What says something and ends is done before the
    // second compiler is of use, which takes a third of its processor time.
    script(
        "interleave",
        """
        case $#:$1 in 1:*.interleave) set -- open "$1" ;; esac
        case $1:$* in
          list:*|man:*|completion:*|--help:*|--version:*|info:*.interleave)
            short=-XX:TieredStopAtLevel=1 ;;
          *) short= ;;
        esac\
        """,
        "$short "
            + options
            + "--module-path \"$APPDIR/mods\" -m interleave/interleave.app.Main \"$@\"");
    script(
        "archive-worker",
        "",
        """
        -XX:ArchiveClassesAtExit="$APPDIR/worker.jsa" \\
          -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:cds=off \\
          -Xbootclasspath/a:"$APPDIR/interleave-agent.jar" -cp "$APPDIR/mods/interleave.jar" \\
          interleave.process.Worker\
        """);
    Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
  }

  private void script(String name, String before, String arguments) throws IOException {
    var file = image.resolve("bin").resolve(name);
    Files.writeString(
        file,
        """
        #!/bin/sh
        self=$(readlink -f "$0")
        root=${self%%/bin/*}
        APPDIR=$root/lib/app
        %s
        exec "$root/lib/runtime/bin/java" %s
        """
            .formatted(before, arguments));
    file.toFile().setExecutable(true, false);
  }

  /**
   * THE WORKER'S ARCHIVE: a child JVM of a scenario loads its first classes from worker.jsa. The
   * worker, run without arguments, loads what it always loads and ends. An archive only makes a
   * start quicker, so where this fails there is none. It fits only where it was made: a moved image
   * does without, and the .deb makes its own when it is installed.
   *
   * <p>There is none of the window's classes, because a JVM takes such a one in a moved image and
   * then fails: "package picocli is sealed".
   */
  private void archiveWorker() throws Exception {
    var log = target.resolve("worker.jsa.log").toFile();
    var process =
        new ProcessBuilder("" + image.resolve("bin/archive-worker"))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      Files.deleteIfExists(app("worker.jsa"));
      System.err.println("No worker.jsa in the image, see " + log);
    }
  }

  /** Keeps what the image itself says, so that it is what its commands are. */
  private void say(String name, String... asked) throws Exception {
    var file = app("share").resolve(name);
    Files.createDirectories(file.getParent());
    var command = Stream.concat(Stream.of("" + image.resolve("bin/interleave")), Stream.of(asked));
    var builder =
        new ProcessBuilder(command.toList())
            .redirectOutput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C.UTF-8");
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("The image does not say " + String.join(" ", asked));
    }
  }

  private void pack() throws IOException {
    var recipe = base.resolve("jpackage");
    var associations = new ArrayList<String>();
    for (var name : List.of("interleave", "perfetto", "flight-recording")) {
      associations.add("--file-associations");
      associations.add("" + association(recipe.resolve(name + ".association")));
    }
    tool(
        "jpackage",
        List.of("--app-image", "" + image, "--dest", "" + target.resolve("installer")),
        List.of("--name", "interleave", "--app-version", version, "--vendor", "Interleave"),
        List.of("--description", "Draws what the processes and threads of a program really do"),
        associations,
        List.of("--license-file", "" + base.resolve("LICENSE")),
        List.of("--resource-dir", "" + recipe.resolve("resources")),
        LINUX ? List.of("@" + recipe.resolve("linux.options")) : List.<String>of());
  }

  /**
   * A file type with its icon. Of other tools' files only those have one whose names nobody else
   * gives: a JSON or a text may be anything.
   */
  private Path association(Path type) throws IOException {
    var association = target.resolve("" + type.getFileName());
    var picture = LINUX ? icon().resolveSibling("interleave-128.png") : icon();
    Files.writeString(
        association, Files.readString(type) + "icon=" + ("" + picture).replace('\\', '/'));
    return association;
  }

  private Path mainJar() {
    return target.resolve("interleave-" + version + ".jar");
  }

  private Path icon() {
    var os = System.getProperty("os.name");
    var name =
        os.startsWith("Windows")
            ? "interleave.ico"
            : os.startsWith("Mac") ? "interleave.icns" : "interleave.png";
    return base.resolve("jpackage/icons").resolve(name);
  }

  private Path app(String name) {
    return image.resolve("lib/app").resolve(name);
  }

  private String contents() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update((Runtime.version() + version + jars + brokerJars()).getBytes());
    for (Path file :
        List.of(
            mainJar(),
            target.resolve("interleave-agent.jar"),
            base.resolve("jpackage/Image.java"))) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private boolean staleAgainst(String state, String wanted) throws IOException {
    var file = target.resolve(state);
    return !Files.exists(file) || !Files.readString(file).equals(wanted);
  }

  private void remember(String state, String contents) throws IOException {
    Files.writeString(target.resolve(state), contents);
  }

  @SafeVarargs
  private static void tool(String name, List<String>... arguments) {
    var tool = ToolProvider.findFirst(name).orElseThrow();
    var all = Stream.of(arguments).flatMap(List::stream).toArray(String[]::new);
    if (tool.run(System.out, System.err, all) != 0) {
      throw new IllegalStateException(name + " failed: " + String.join(" ", all));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
