package interleave.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a lesson that is not the product's, read whole: what is looked at and asked about is
 * what runs, whatever becomes of the files meanwhile. Bounded in number and size.
 */
final class LessonTexts implements LessonFiles {
  static final int LARGEST = 256 << 10;
  static final int MOST = 100;
  private static final int LARGEST_OF_ALL = 2 << 20;
  private static final Set<String> ENDINGS = Set.of("toml", "java", "py");

  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, ByteBuffer> data = new TreeMap<>();
  private final Set<String> refused = new TreeSet<>();
  private final List<LessonProblem> problems;
  private final MessageDigest digest;
  private int size;

  LessonTexts(List<LessonProblem> problems) {
    this.problems = problems;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Whether a file of that name is part of lessons. */
  static boolean isText(String name) {
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Takes a file in; what cannot be is written down. */
  void add(String name, InputStream in) throws IOException {
    if (texts.size() + data.size() + refused.size() >= MOST) {
      refuse(name, "files", MOST);
      return;
    }
    byte[] bytes = in.readNBytes(LARGEST + 1);
    size += bytes.length;
    if (bytes.length > LARGEST) {
      refuse(name, "file.large", LARGEST >> 10);
    } else if (size > LARGEST_OF_ALL) {
      refuse(name, "large", LARGEST_OF_ALL >> 20);
    } else if (isText(name)) {
      decode(name, bytes);
    } else {
      data.put(name, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }
  }

  /** The names of files that the lesson has its programs read, once its own file was taken in. */
  Set<String> named() {
    return LessonReader.data(this);
  }

  private void decode(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (texts.put(name, text) != null) {
        refuse(name, "file.twice");
      }
    } catch (CharacterCodingException e) {
      refuse(name, "encoding");
    }
  }

  void refuse(String name, String key, Object... values) {
    if (refused.add(name)) {
      problems.add(LessonProblem.of(name, 0, key, values));
    }
  }

  @Override
  public @Nullable String text(String name) {
    return texts.get(name);
  }

  @Override
  public @Nullable ByteBuffer data(String name) {
    return data.get(name);
  }

  /** A check of all of them. */
  String check() {
    texts.forEach(
        (name, text) -> digest(name, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    data.forEach((name, bytes) -> digest(name, bytes.duplicate()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private void digest(String name, ByteBuffer bytes) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
    digest.update((byte) 0);
  }
}
