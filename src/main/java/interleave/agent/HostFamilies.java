package interleave.agent;

import interleave.agent.control.ControlFamily;
import interleave.agent.control.ControlSites;
import interleave.agent.field.Watch;
import interleave.agent.lock.MonitorFamily;
import interleave.agent.rewrite.FamilyList;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.JdkSite;
import java.util.List;
import java.util.Set;

/** What is rewritten of programs that only run under control, and are not recorded. */
final class HostFamilies implements FamilyList {
  private final Watch watch;

  HostFamilies(Watch watch) {
    this.watch = watch;
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public String[] hiddenFrames() {
    return new String[0];
  }

  @Override
  public String[] jdkClasses() {
    return ControlSites.classes();
  }

  @Override
  public List<JdkSite> sites(String jdkClass) {
    return ControlSites.of(jdkClass);
  }

  @Override
  public List<HookFamily> families() {
    return List.of(new MonitorFamily(false), new ControlFamily(watch, false));
  }
}
