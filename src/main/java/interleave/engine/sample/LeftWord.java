package interleave.engine.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tracer of a process has left in the recording for who looks at that process from
 * outside: a file {@code SORT-PID-TIME} with where something is, or {@code absent REASON}.
 */
public record LeftWord(long pid, String words) {
  private static final Pattern ABSENT = Pattern.compile("absent (\\w+)\n");

  /** What the names of such files look like. */
  public static Pattern names(String sort) {
    return Pattern.compile(sort + "-(\\d{1,10})-[0-9a-f]+");
  }

  public static boolean isOne(Path file, Pattern names) {
    return names.matcher(file.getFileName().toString()).matches();
  }

  /** Nothing where the file is none of those, is gone, or is longer than any tracer writes. */
  public static Optional<LeftWord> read(Path file, Pattern names, int longest) {
    Matcher name = names.matcher(file.getFileName().toString());
    try {
      return !name.matches() || Files.size(file) > longest
          ? Optional.empty()
          : Optional.of(new LeftWord(Long.parseLong(name.group(1)), Files.readString(file)));
    } catch (IOException e) {
      return Optional.empty(); // gone with the recording
    }
  }

  /** Why it is not known where that is; nothing where it is known. */
  public Optional<String> absent() {
    Matcher absent = ABSENT.matcher(words);
    return absent.matches() ? Optional.of(absent.group(1)) : Optional.empty();
  }
}
