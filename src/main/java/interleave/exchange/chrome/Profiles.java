package interleave.exchange.chrome;

import interleave.exchange.intake.Intake;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The profiles that V8 takes while it is traced, of Node and of Chromium: {@code Profile} tells
 * whose it is and when it began, {@code ProfileChunk} functions and samples. A thread of its own
 * writes these, so that they may stand before the other.
 */
final class Profiles {
  private static final int MOST = 1000;
  private static final int LONGEST = 100;

  private final Intake intake;
  private final Map<String, Profile> profiles = new HashMap<>();

  Profiles(Intake intake) {
    this.intake = intake;
  }

  /** Takes an event, if it is of a profile. */
  boolean take(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    String name = JsonText.of(batch, fields[base + Batch.NAME], LONGEST);
    boolean begins = name.equals("Profile");
    if (fields[base + Batch.ID] == 0 || !begins && !name.equals("ProfileChunk")) {
      return false;
    }
    String id = process.index() + " " + JsonText.of(batch, fields[base + Batch.ID], LONGEST);
    if (!profiles.containsKey(id) && profiles.size() == MOST) {
      return false;
    }
    Profile profile = profiles.computeIfAbsent(id, _ -> new Profile());
    ProfileChunk.read(batch, base, profile);
    if (begins) {
      profile.begin(process.thread(batch, base), fields[base + Batch.TIME]);
    }
    return true;
  }

  /** All is read. */
  void finish() throws IOException {
    for (Profile each : profiles.values()) {
      intake.unknown("samples", each.finish());
    }
  }
}
