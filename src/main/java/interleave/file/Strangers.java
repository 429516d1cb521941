package interleave.file;

import java.util.Optional;

/** Knows files that are of no format that is read, to say what they are and what to do instead. */
@FunctionalInterface
public interface Strangers {
  /** Knows none. */
  Strangers NONE = (_, _) -> Optional.empty();

  /**
   * What a file is, and what could be recorded in its place.
   *
   * @param file as the sentence is to call it
   * @param head its first bytes, or those of what is packed in it
   */
  Optional<String> sentence(Object file, byte[] head);
}
