package interleave.engine;

/** Starts programs so that they and their Java descendants are traced. */
public final class Engine {
  private final Installation installation;

  public Engine(Installation installation) {
    this.installation = installation;
  }

  /** Starts it with a pipe for its standard input; hear its output with {@link Run#listen}. */
  public Run start(Launch launch, long capBytes) throws StartException {
    return start(launch, new Settings(capBytes, Settings.Input.PIPE, (_, _, _) -> {}));
  }

  public Run start(Launch launch, Settings settings) throws StartException {
    throw new StartException("The engine is not there yet: " + installation + settings + launch);
  }
}
