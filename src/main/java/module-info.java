/** Traces what processes and threads really do, and draws it. */
module interleave {
  requires atlantafx.base;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires java.compiler;
  requires java.desktop;
  requires java.instrument;
  requires java.management;
  requires javafx.controls;
  requires javafx.graphics;
  requires jdk.jfr;
  requires jdk.management;
  requires jdk.unsupported;
  requires org.apache.commons.logging;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.controlsfx.controls;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires static org.jspecify;

  // JavaFX makes the application itself.
  exports interleave.app.window to
      javafx.graphics;

  opens interleave.app to
      info.picocli;
  opens interleave.app.command to
      info.picocli;
  opens interleave.app.command.compare to
      info.picocli;
  opens interleave.app.command.exercise to
      info.picocli;
  opens interleave.app.command.explore to
      info.picocli;
  opens interleave.app.command.lesson to
      info.picocli;
  opens interleave.app.command.share to
      info.picocli;
}
