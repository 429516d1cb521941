package interleave.agent.control.word;

import org.jspecify.annotations.Nullable;

/** Who wants to know how a run goes, and may be asked. */
public interface Explorer {
  /** Where what happens is written down. */
  Journal journal();

  /** Who is to go on, of those that the journal's last line names; null to end the run. */
  @Nullable String ask();

  /** What was written is sent where it has become much. */
  void relieve();

  /** The run that is recorded is over, which was the only one. */
  void over();

  /** Whether it wants the run to end. */
  boolean stopped();
}
