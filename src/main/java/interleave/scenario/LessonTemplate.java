package interleave.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** A lesson to begin with: it runs in both languages, and asks and answers a question. */
public final class LessonTemplate {
  private static final String TEMPLATE = "template/";

  private LessonTemplate() {}

  /** Whether a lesson may be called so. */
  public static boolean isName(String name) {
    return LessonReader.isId(name) && !name.endsWith("-") && !name.contains("--");
  }

  /** Its files, by their names. */
  public static Map<String, String> files(String name) {
    StringBuilder type = new StringBuilder();
    for (String word : name.split("-", -1)) {
      type.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    String script = name.replace('-', '_');
    Map<String, String> files = new LinkedHashMap<>();
    files.put(LessonReader.LESSON, filled(LessonReader.LESSON, type, script));
    files.put("en.toml", filled("en.toml", type, script));
    files.put("zh.toml", filled("zh.toml", type, script));
    files.put(type + ".java", filled("Till.java.txt", type, script));
    files.put(script + ".py", filled("till.py.txt", type, script));
    return files;
  }

  private static String filled(String file, CharSequence type, String script) {
    return SourceText.of(TEMPLATE + file).replace("Till", type).replace("till.py", script + ".py");
  }
}
