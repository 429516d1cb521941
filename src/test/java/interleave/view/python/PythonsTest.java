package interleave.view.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Interpreter;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.view.session.Notice;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonsTest {
  private static final Interpreter OLD = python("/usr/bin/python3", 9);
  private static final Interpreter NEW = python("/opt/3.13/bin/python3", 13);

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Machine machine = new Machine();

  @Test
  void nobodyIsAskedBeforeSomebodyWantsToKnow() {
    Pythons pythons = pythons(Optional.empty());
    assertThat(work).isEmpty();
    assertThat(pythons.known().looked()).isFalse();
    assertThat(pythons.known().none()).isFalse();
  }

  @Test
  void lookingComesBackAtOnceAndSaysThatItLooks() {
    Pythons pythons = pythons(Optional.empty());
    pythons.look();
    assertThat(pythons.known().looking()).isTrue();
    assertThat(pythons.known().found()).isEmpty();
    work.remove().run();
    assertThat(pythons.known().looking()).isFalse();
    assertThat(pythons.known().found()).containsExactly(OLD, NEW);
    pythons.look();
    assertThat(work).as("work for what is known").isEmpty();
  }

  @Test
  void whereNoneWasChosenTheFirstIsUsed() {
    Pythons pythons = looked(Optional.empty());
    assertThat(pythons.known().used()).contains(OLD);
    pythons.choose(NEW);
    assertThat(pythons.known().used()).contains(NEW);
  }

  @Test
  void theOneOfLastTimeIsUsedAlsoWhereLookingDoesNotFindIt() {
    Interpreter odd = python("/home/me/odd/python", 12);
    machine.elsewhere.add(odd);
    Pythons pythons = looked(Optional.of(odd.path()));
    assertThat(pythons.known().found()).containsExactly(OLD, NEW, odd);
    assertThat(pythons.known().used()).contains(odd);
  }

  @Test
  void whereTheOneOfLastTimeIsGoneTheUsualOneIsUsed() {
    assertThat(looked(Optional.of(Path.of("/gone/python"))).known().used()).contains(OLD);
  }

  @Test
  void aPathThatIsNamedIsTakenOrRefusedWithItsReason() {
    Interpreter odd = python("/home/me/odd/python", 12);
    machine.elsewhere.add(odd);
    Pythons pythons = looked(Optional.empty());
    pythons.choose(Path.of("/etc/passwd"));
    work.remove().run();
    assertThat(notices).singleElement().asString().contains("is no Python");
    assertThat(pythons.known().used()).contains(OLD);
    pythons.choose(odd.path());
    work.remove().run();
    assertThat(pythons.known().used()).contains(odd);
    assertThat(pythons.known().found()).containsExactly(OLD, NEW, odd);
  }

  @Test
  void thatThereIsNoneIsKnownOnlyAfterLooking() {
    machine.found.clear();
    Pythons pythons = pythons(Optional.empty());
    pythons.look();
    assertThat(pythons.known().none()).isFalse();
    work.remove().run();
    assertThat(pythons.known().none()).isTrue();
  }

  private Pythons looked(Optional<Path> chosen) {
    Pythons pythons = pythons(chosen);
    pythons.look();
    work.remove().run();
    return pythons;
  }

  private Pythons pythons(Optional<Path> chosen) {
    return new Pythons(machine, work::add, Runnable::run, chosen, notices::add);
  }

  private static Interpreter python(String path, int minor) {
    return new Interpreter(Path.of(path), "CPython", 3, minor, "3." + minor + ".1", false, true);
  }

  private static final class Machine implements RunSource {
    private final List<Interpreter> found = new ArrayList<>(List.of(OLD, NEW));
    private final List<Interpreter> elsewhere = new ArrayList<>();

    @Override
    public List<Interpreter> pythons() {
      return found;
    }

    @Override
    public Interpreter python(Path path) throws IOException {
      return elsewhere.stream()
          .filter(each -> each.path().equals(path))
          .findFirst()
          .orElseThrow(() -> new IOException(path + " is no Python"));
    }

    @Override
    public RecordedRun run(Program program) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RecordedRun open(Path file, Progress progress) {
      throw new UnsupportedOperationException();
    }
  }
}
