package interleave.view.source;

import interleave.scenario.ProgramLanguage;
import java.nio.file.Path;
import java.util.Set;

/** What a highlighter has to know of a language. */
public enum SourceLanguage {
  JAVA(
      "//",
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "true",
          "false",
          "var",
          "void",
          "volatile",
          "while",
          "yield")),
  PYTHON(
      "#",
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "False",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "None",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "True",
          "try",
          "while",
          "with",
          "yield"));

  private final String lineComment;
  private final Set<String> keywords;

  SourceLanguage(String lineComment, Set<String> keywords) {
    this.lineComment = lineComment;
    this.keywords = keywords;
  }

  /** How the programs of a language are coloured. */
  public static SourceLanguage of(ProgramLanguage language) {
    return switch (language) {
      case JAVA -> JAVA;
      case PYTHON -> PYTHON;
    };
  }

  /** How a file is coloured, by the end of its name. */
  public static SourceLanguage of(Path file) {
    return file.toString().endsWith(".java") ? JAVA : PYTHON;
  }

  String lineComment() {
    return lineComment;
  }

  boolean keyword(String word) {
    return keywords.contains(word);
  }
}
