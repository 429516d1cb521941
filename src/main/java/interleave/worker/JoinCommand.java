package interleave.worker;

import interleave.process.broker.BrokerAddress;

/**
 * What is to be typed on another machine so that it works for a run. The key is not a word of the
 * command, which everybody on that machine could see: {@code echo}, which is part of every shell,
 * hands it over.
 */
public record JoinCommand(BrokerAddress address) {
  /** Whether the key is one of this run alone, and not one that others have use for, too. */
  public boolean hasKeyOfRun() {
    return address.isOfRun();
  }

  /** For shells of Unix, for PowerShell, and for Windows' command prompt. */
  public String text() {
    return hasKeyOfRun() ? "echo " + address.key() + " | " + command("-") : command("F");
  }

  /**
   * The command alone.
   *
   * @param keyFile the file that holds the key
   */
  public String command(String keyFile) {
    String pinned = address.fingerprint().map(each -> " --fingerprint " + each).orElse("");
    String user = address.isOurUser() ? "" : " --user " + address.user();
    return "interleave worker --connect "
        + address.uri()
        + pinned
        + user
        + " --key-file "
        + keyFile;
  }
}
