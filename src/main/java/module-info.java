/** Traces what processes and threads really do, and draws it. */
module interleave {
  requires atlantafx.base;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires java.instrument;
  requires java.management;
  requires javafx.controls;
  requires javafx.graphics;
  requires jdk.jfr;
  requires jdk.management;
  requires jdk.unsupported;
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
}
