package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tracer for Python that stays between runs. */
@DisabledOnOs(OS.WINDOWS)
class KeptTracerTest {
  private static final Map<String, byte[]> FILES =
      Map.of("start.py", bytes("import hooks.one"), "hooks/one.py", bytes("pass"));

  @TempDir Path folder;
  private Path home;
  private KeptTracer kept;

  @BeforeEach
  void keep() {
    home = folder.resolve("cache/interleave");
    kept = new KeptTracer(home);
  }

  @Test
  void runsShareOneFolderThatOnlyItsOwnerEnters() throws Exception {
    assertThat(kept.link(folder.resolve("a"), FILES, null)).isTrue();
    assertThat(kept.link(folder.resolve("b"), FILES, null)).isTrue();
    assertThat(folder.resolve("a").toRealPath()).isEqualTo(folder.resolve("b").toRealPath());
    assertThat(folder.resolve("a/hooks/one.py")).hasContent("pass");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
  }

  @Test
  void anotherTracerHasAnotherFolder() throws Exception {
    kept.link(folder.resolve("a"), FILES, null);
    kept.link(folder.resolve("b"), Map.of("start.py", bytes("pass")), null);
    assertThat(folder.resolve("a").toRealPath()).isNotEqualTo(folder.resolve("b").toRealPath());
    assertThat(folder.resolve("a/start.py")).hasContent("import hooks.one");
  }

  @Test
  void whatWasChangedThereIsLaidOutAnew() throws Exception {
    kept.link(folder.resolve("a"), FILES, null);
    Files.writeString(folder.resolve("a/start.py"), "broken");
    Files.delete(folder.resolve("a/hooks/one.py"));
    assertThat(kept.link(folder.resolve("b"), FILES, null)).isTrue();
    assertThat(folder.resolve("b/start.py")).hasContent("import hooks.one");
    assertThat(folder.resolve("b/hooks/one.py")).hasContent("pass");
  }

  @Test
  void aFolderThatOthersMayEnterOrThatHoldsMoreIsNotUsed() throws Exception {
    kept.link(folder.resolve("a"), FILES, null);
    Files.writeString(folder.resolve("a/hooks/two.py"), "");
    assertThat(kept.link(folder.resolve("b"), FILES, null)).isFalse();
    Files.delete(folder.resolve("a/hooks/two.py"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(kept.link(folder.resolve("b"), FILES, null)).isFalse();
    assertThat(folder.resolve("b")).doesNotExist();
  }

  @Test
  void itIsCompiledOnceForEachVersionOfPython() throws Exception {
    Path calls = folder.resolve("calls");
    Path python = Files.writeString(folder.resolve("python"), "#!/bin/sh\necho $4 >> " + calls);
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
    kept.link(folder.resolve("a"), FILES, python(python, "3.13.0"));
    kept.link(folder.resolve("b"), FILES, python(python, "3.13.0"));
    kept.link(folder.resolve("c"), FILES, python(python, "3.13.1"));
    assertThat(calls).hasContent("compileall\ncompileall");
  }

  @Test
  void aPythonThatDoesNotStartIsNoReasonNotToKeepIt() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    assertThat(kept.link(folder.resolve("a"), FILES, python(nowhere, "3.13.0"))).isTrue();
  }

  @Test
  void whatNoRunUsesAnyMoreIsDeleted() throws Exception {
    Path old = Files.createDirectories(home.resolve("python-old/hooks")).getParent();
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path young = Files.createDirectory(home.resolve("python-young"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(40L * 24 * 3600)));
    assertThat(kept.link(folder.resolve("a"), FILES, null)).isTrue();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void itIsWhereTheSystemKeepsWhatCanBeMadeAgain() {
    Path user = Path.of("/home/me");
    assertThat(KeptTracer.folder("Linux", _ -> null, user))
        .isEqualTo(Path.of("/home/me/.cache/interleave"));
    assertThat(KeptTracer.folder("Linux", Map.of("XDG_CACHE_HOME", "/x")::get, user))
        .isEqualTo(Path.of("/x/interleave"));
    assertThat(KeptTracer.folder("Mac OS X", _ -> null, user))
        .isEqualTo(Path.of("/home/me/Library/Caches/Interleave"));
  }

  private static Interpreter python(Path path, String version) {
    return new Interpreter(path, "CPython", 3, 13, version, false, true);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
