package interleave.exchange.export.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests a real browser, one for all of them; where none is installed they are skipped. */
public final class InBrowser implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(InBrowser.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(Browser.installed().isPresent(), "no browser is installed here");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OWN)
        .getOrComputeIfAbsent(Browser.class, _ -> started(), Browser.class);
  }

  private static Browser started() {
    Optional<Path> program = Browser.installed();
    try {
      return new Browser(program.orElseThrow(), Files.createTempDirectory("browser"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
