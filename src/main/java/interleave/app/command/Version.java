package interleave.app.command;

import interleave.words.Product;
import interleave.words.Words;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import picocli.CommandLine.IVersionProvider;

/**
 * Which Interleave it is, and what it runs on: what is asked for first where something is wrong.
 */
public final class Version implements IVersionProvider {
  private static final Words WORDS = Words.of("app");

  @Override
  public String[] getVersion() {
    List<String> lines = new ArrayList<>();
    lines.add(name());
    lines.add(
        WORDS
            .get("version.java", Runtime.version(), System.getProperty("java.vendor.version", ""))
            .strip());
    javaFx().ifPresent(each -> lines.add("JavaFX " + each));
    lines.add(
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    return lines.toArray(String[]::new);
  }

  static String name() {
    return Product.nameAndVersion();
  }

  /** As its module says; the toolkit itself is not started for that. */
  private static Optional<String> javaFx() {
    ModuleDescriptor descriptor = Application.class.getModule().getDescriptor();
    return descriptor != null ? descriptor.rawVersion() : onClassPath();
  }

  private static Optional<String> onClassPath() {
    try {
      Path jar =
          Path.of(Application.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return ModuleFinder.of(jar)
          .find("javafx.graphics")
          .map(ModuleReference::descriptor)
          .flatMap(ModuleDescriptor::rawVersion);
    } catch (URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
