package interleave.timeline.derive;

import interleave.words.Words;
import java.util.Set;
import java.util.regex.Pattern;

/** What a process is called: as the program says, or after its command line. */
final class ProcessName {
  /** What is longer is no name but a command line. */
  private static final int LONGEST = 32;

  /** A copy of a copy … is told so often; a recording that was harmed may say that for ever. */
  private static final int MOST_COPIES = 8;

  private static final Words WORDS = Words.of("timeline/model");
  private static final Pattern PYTHON = Pattern.compile("python[\\d.]*t?");
  private static final Set<String> OF_JAVA =
      Set.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--upgrade-module-path",
          "--add-modules",
          "--limit-modules",
          "--add-opens",
          "--add-exports",
          "--add-reads",
          "--patch-module",
          "--enable-native-access");
  private static final Set<String> WITH_VALUE = Set.of("-X", "-W");

  private ProcessName() {}

  static String of(ProcessState process, Directory directory) {
    return of(process, directory, MOST_COPIES);
  }

  private static String of(ProcessState process, Directory directory, int copies) {
    String given = process.givenName;
    if (process.copy && given == null && directory.knows(process.parentPid) && copies > 0) {
      ProcessState parent = directory.process(process.parentPid);
      return WORDS.get("copy", of(parent, directory, copies - 1));
    }
    if (given != null && !given.isBlank()) {
      return given.length() <= LONGEST ? given : program(given);
    }
    return program(process.command.isBlank() ? "process" : process.command.strip());
  }

  /**
   * {@code java} of a command line such as {@code /usr/bin/java -version}, {@code Main} of a class
   * in a package, {@code task.py} of a script.
   */
  private static String program(String line) {
    String[] words = line.strip().split(" +");
    String first = words[0].substring(words[0].lastIndexOf('/') + 1);
    if (PYTHON.matcher(first).matches()) {
      return script(words);
    }
    if (first.equals("java") && words.length > 1) {
      return mainClass(words);
    }
    boolean isClass = words[0].indexOf('/') < 0 && !first.endsWith(".py");
    return isClass ? first.substring(first.lastIndexOf('.') + 1) : first;
  }

  /** {@code Server} of {@code java -cp classes:lib shop.Shop$Server}; {@code app.jar} of a jar. */
  private static String mainClass(String[] words) {
    for (int i = 1; i < words.length; i++) {
      String word = words[i];
      if (OF_JAVA.contains(word)) {
        i++;
      } else if (!word.startsWith("-") && !word.startsWith("@")) {
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('$')) + 1);
        return name.endsWith(".jar") || name.endsWith(".java")
            ? name
            : name.substring(name.lastIndexOf('.') + 1);
      }
    }
    return "java";
  }

  /** {@code work.py} of {@code python3.13 -u folder/work.py 7}; what {@code -m} names. */
  private static String script(String[] words) {
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("-m") && i + 1 < words.length) {
        return words[i + 1];
      }
      if (words[i].equals("-c") || words[i].equals("-")) {
        break; // what it runs is in the line itself, or comes by its standard input
      }
      if (WITH_VALUE.contains(words[i])) {
        i++;
      } else if (!words[i].startsWith("-")) {
        return words[i].substring(words[i].lastIndexOf('/') + 1);
      }
    }
    return "python";
  }
}
