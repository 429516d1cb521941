package interleave.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.agent.Families;
import interleave.agent.field.WatchedFields;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Methods that are not looked at any closer, against what the rewriting would do to them. */
@BesideOthers
class RelevantMethodsTest {
  private static final HookRegistry HOOKS =
      new HookRegistry(new Families(new WatchedFields("Account.balance,Node.next")).families());

  private final ClassRewriting rewriting = new ClassRewriting(HOOKS);
  private int methods;
  private int relevant;

  /** Looks at every method. */
  private static final class All extends RelevantMethods {
    All(ClassOutline outline) {
      super(outline, HOOKS);
    }

    @Override
    boolean contains(int index) {
      return true;
    }
  }

  private void compare(byte[] file) {
    ClassOutline outline = new ClassOutline(file);
    RelevantMethods found = new RelevantMethods(outline, HOOKS);
    for (int i = 0; i < outline.methods().size(); i++) {
      methods++;
      relevant += found.contains(i) ? 1 : 0;
    }
    byte[] all = rewrite(file, new All(outline));
    byte[] some = found.any() ? rewrite(file, found) : file;
    assertThat(code(some)).as(outline.name()).isEqualTo(code(all));
  }

  private byte[] rewrite(byte[] file, RelevantMethods which) {
    Ancestry ancestry = new Ancestry(RelevantMethodsTest.class.getClassLoader());
    byte[] rewritten = rewriting.rewrite("a class", file, which, ancestry, false);
    return rewritten == null ? file : rewritten;
  }

  /** What each method consists of, but for the numbers of places. */
  private static List<String> code(byte[] file) {
    List<String> all = new ArrayList<>();
    for (MethodModel method : ClassFile.of().parse(file).methods()) {
      CodeModel code = method.code().orElse(null);
      all.add(
          method.methodName() + " " + method.methodType() + " " + (code == null ? 0 : size(code)));
    }
    return all;
  }

  private static String size(CodeModel code) {
    StringBuilder calls = new StringBuilder();
    code.forEach(
        element -> {
          if (element instanceof java.lang.classfile.Instruction each) {
            calls.append(each.opcode()).append(' ');
          }
        });
    return calls.toString();
  }

  @Test
  void whatIsLeftAsItIsWouldGetNoHook() throws IOException {
    Path classes = Path.of(URI.create(RelevantMethodsTest.class.getResource("/").toString()));
    try (Stream<Path> all = Files.walk(classes.resolve("interleave"))) {
      for (Path each : all.filter(it -> it.toString().endsWith(".class")).toList()) {
        compare(Files.readAllBytes(each));
      }
    }
    assertThat(relevant).isBetween(100, methods / 2);
  }

  @Test
  void theSameHoldsForCodeOfTheJdkWhichUsesEverything() throws IOException {
    FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
    try (Stream<Path> all = Files.list(jdk.getPath("modules/java.base/java/util/concurrent"))) {
      for (Path each : all.filter(it -> it.toString().endsWith(".class")).toList()) {
        compare(Files.readAllBytes(each));
      }
    }
    assertThat(relevant).isPositive();
  }

  @Test
  void aClassFileThatIsNoneIsSaidToBeNone() throws IOException {
    byte[] file;
    try (InputStream in = getClass().getResourceAsStream("RelevantMethodsTest.class")) {
      file = in.readAllBytes();
    }
    file[10] = 2; // a tag that does not exist
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new ClassOutline(file)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
