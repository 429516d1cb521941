package interleave.process;

import interleave.process.value.RecordTypes;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What another process must know to use a queue, as a word of a command line: {@code
 * key;name;place;record;record…}.
 *
 * @param place the path of the server's socket, or what {@link BrokerPlace} says
 * @param records names of the record classes that messages may hold
 */
record QueueHandle(long key, String name, String place, List<String> records) {
  private static final String SEPARATOR = ";";

  static QueueHandle parse(String word) {
    String[] parts = word.split(SEPARATOR, -1);
    if (parts.length < 3) {
      throw new IllegalArgumentException(
          "“" + Preview.cut(word) + "” is not the handle of a queue.");
    }
    List<String> texts = new ArrayList<>();
    for (String part : parts) {
      texts.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
    }
    return new QueueHandle(
        Long.parseUnsignedLong(texts.get(0), 16),
        texts.get(1),
        texts.get(2),
        List.copyOf(texts.subList(3, texts.size())));
  }

  /** Where the server listens that keeps it, if no broker does. */
  Path socket() {
    return Path.of(place);
  }

  RecordTypes types() {
    List<Class<?>> types = new ArrayList<>();
    for (String name : records) {
      try {
        types.add(Class.forName(name, false, QueueHandle.class.getClassLoader()));
      } catch (ClassNotFoundException e) {
        throw new IllegalArgumentException(
            "There is no class " + name + " on the class path of this process.", e);
      }
    }
    return RecordTypes.among(types);
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>(List.of(Long.toHexString(key), name, place));
    texts.addAll(records);
    StringJoiner word = new StringJoiner(SEPARATOR);
    for (String text : texts) {
      word.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
    return word.toString();
  }
}
