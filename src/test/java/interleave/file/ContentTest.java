package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed in a file is found by its content, and read like a file of its own. */
class ContentTest {
  private static final byte[] TRACE = "[trace, and what follows]".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aPlainFileIsReadAsItIs() throws IOException {
    assertThat(read(file(TRACE))).isEqualTo(TRACE);
  }

  @Test
  void gzipIsLookedInto() throws IOException {
    assertThat(read(file(gzip(TRACE)))).isEqualTo(TRACE);
  }

  @Test
  void anArchiveIsLookedIntoAndItsPackedEntriesToo() throws IOException {
    byte[] archive =
        zip("folder/", new byte[0], "read.me", "hello".getBytes(), "a.gz", gzip(TRACE));
    Path file = file(archive);
    assertThat(Content.all(file, ContentTest::begins))
        .extracting(Content::name)
        .containsExactly("a.gz");
    assertThat(read(file)).isEqualTo(TRACE);
  }

  @Test
  void ofSeveralInAnArchiveAllAreFoundInTheirOrder() throws IOException {
    Path file = file(zip("b.json", TRACE, "x", new byte[3], "a.json", TRACE));
    assertThat(Content.all(file, ContentTest::begins))
        .extracting(Content::name)
        .containsExactly("b.json", "a.json");
  }

  @Test
  void ofAnArchiveThatIsCutOffTheFirstEntryIsReadAsFarAsItGoes() throws IOException {
    byte[] many = new byte[300_000];
    new java.util.Random(1).nextBytes(many);
    many[0] = '[';
    byte[] archive = zip("a", many);
    Path file = file(Arrays.copyOf(archive, archive.length / 2));
    try (ContentInput in = Content.of(file, ContentTest::begins).open()) {
      byte[] read = in.readAllBytes();
      assertThat(read).hasSizeGreaterThan(100_000);
      assertThat(Arrays.mismatch(read, many)).isEqualTo(read.length);
      assertThat(in.damage()).isEqualTo("The file ends too early: its end is missing.");
    }
  }

  @Test
  void whatStandsBeforeADamageIsReadHoweverMuchIsAskedForAtOnce() throws IOException {
    byte[] first = lines(20_000);
    byte[] zip = brokenZip(first);
    for (byte[] packed : List.of(brokenGzip(first), zip, zip("a.gz", brokenGzip(first)))) {
      Path file = file(packed);
      for (int length : new int[] {100, 1 << 16, 1 << 20}) {
        try (ContentInput in = Content.of(file, head -> begins(head, first)).open()) {
          assertThat(read(in, length)).isBetween(first.length - 4096, first.length);
          assertThat(in.damage()).startsWith("The file is damaged (invalid block type)");
        }
      }
    }
  }

  private static byte[] brokenGzip(byte[] first) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed, 512, true)) {
      out.write(first);
      out.flush();
      return broken(packed, out);
    }
  }

  private static byte[] brokenZip(byte[] first) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (FlushedZip out = new FlushedZip(packed)) {
      out.putNextEntry(new ZipEntry("a"));
      out.write(first);
      out.flushed();
      return broken(packed, out);
    }
  }

  /** What is written next begins with a block of a type that there is not. */
  private static byte[] broken(ByteArrayOutputStream packed, OutputStream out) throws IOException {
    int at = packed.size();
    out.write(lines(1000));
    out.close();
    byte[] bytes = packed.toByteArray();
    bytes[at] = 7;
    return bytes;
  }

  /** Writes all that was packed when it is told to. */
  private static final class FlushedZip extends ZipOutputStream {
    FlushedZip(OutputStream out) {
      super(out);
    }

    void flushed() throws IOException {
      for (int n = 1; n > 0; ) {
        n = def.deflate(buf, 0, buf.length, Deflater.SYNC_FLUSH);
        out.write(buf, 0, n);
      }
    }
  }

  private static byte[] lines(int count) {
    StringBuilder text = new StringBuilder();
    java.util.Random random = new java.util.Random(1);
    for (int i = 0; i < count; i++) {
      text.append("line ").append(random.nextInt(1000)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean begins(byte[] head, byte[] many) {
    return head.length > 0 && head[0] == many[0];
  }

  /** How much there is, read by so much at once. */
  private static int read(ContentInput in, int length) throws IOException {
    byte[] piece = new byte[length];
    int sum = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      sum += read;
    }
    return sum;
  }

  @Test
  void ofAnArchiveWhoseEndClaimsMoreThanThereIsTheFirstEntryIsRead() throws IOException {
    for (int more = 1; more < 8; more++) {
      byte[] archive = zip("a", TRACE);
      archive[archive.length - 2] = (byte) more; // the length of a comment
      assertThat(read(file(archive))).as("%d more", more).isEqualTo(TRACE);
    }
  }

  @Test
  void gzipThatIsCutOffOrDamagedEndsThereAndTells() throws IOException {
    byte[] packed = gzip(new byte[100_000]);
    packed[20] ^= 0x55;
    for (byte[] each :
        List.of(Arrays.copyOf(packed, 60), packed, new byte[] {0x1F, (byte) 0x8B, 8})) {
      try (ContentInput in =
          Content.of(file(each), head -> head.length == 0 || head[0] == 0).open()) {
        in.readAllBytes();
        assertThat(in.damage()).isNotNull();
      }
    }
  }

  @Test
  void whatUnpacksToAbsurdlyMuchIsGivenUp() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write('[');
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    Path file = file(bytes.toByteArray());
    try (ContentInput in = Content.of(file, ContentTest::begins).open()) {
      assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("unpacks to more than 64 MB");
    }
  }

  private static boolean begins(byte[] head) {
    return head.length > 0 && head[0] == '[';
  }

  private byte[] read(Path file) throws IOException {
    try (ContentInput in = Content.of(file, ContentTest::begins).open()) {
      byte[] all = in.readAllBytes();
      assertThat(in.position()).isEqualTo(all.length);
      assertThat(in.taken()).isPositive().isLessThanOrEqualTo(in.size());
      assertThat(in.damage()).isNull();
      return all;
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("any"), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Names and what stands in them by turns. */
  private static byte[] zip(Object... entries) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (int i = 0; i < entries.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) entries[i]));
        out.write((byte[]) entries[i + 1]);
      }
    }
    return packed.toByteArray();
  }
}
