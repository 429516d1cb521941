package interleave.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import interleave.engine.Installation;
import interleave.engine.StartException;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.Fingerprint;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run and a worker elsewhere say to each other, and what of it is believed. */
class WorkerMessagesTest {
  private static final Scenario SCENARIO = Catalogue.scenario("distributed-processes");
  private static final Greeting GREETING =
      new Greeting("0123456789abcdef", "a host", 4711, 2, false);

  @Test
  void aGreetingIsReadAsItWasWritten() throws Exception {
    assertThat(Greeting.parse(GREETING.text())).isEqualTo(GREETING);
    assertThat(Greeting.parse(GREETING.goodbye().text()).leaving()).isTrue();
  }

  @Test
  void tasksOfAPoolAreOfTheClassesThatTheWorkersMachineNames() throws Exception {
    Program.Lesson lesson = Program.Lesson.of(Catalogue.scenario("process-pool"));
    assertThat(WorkerRole.of(lesson)).isEmpty();
    WorkerRole role = WorkerRole.of(lesson.with(Map.of("over", "broker"))).orElseThrow();
    assertThat(WorkerRole.parse(role.text())).isEqualTo(role);
    List<String> command =
        role.with(List.of(Path.of("my", "classes")))
            .launch(Installation.find(), Path.of("an address"), Optional.empty(), "W")
            .command();
    assertThat(command).contains("interleave.process.Lender", "an address");
    assertThat(command).anyMatch(word -> word.endsWith(Path.of("my", "classes").toString()));
    assertThat(WorkerRole.of(Program.Own.of(Path.of("mine.jar")))).contains(role);
    assertThat(WorkerRole.of(Program.Own.of(Path.of("mine.py")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "interleave-worker 2\nid=0123456789abcdef\npid=1\nworkers=1",
        "interleave-worker 1\nid=../../etc/passwd\npid=1\nworkers=1",
        "interleave-worker 1\nid=0123456789abcdef\npid=-1\nworkers=1",
        "interleave-worker 1\nid=0123456789abcdef\npid=1\nworkers=1000000",
        "interleave-worker 1\nid=0123456789abcdef\npid=1\nworkers=many",
        "interleave-worker 1\nid=0123456789abcdef\npid=1\nworkers=1\nno line",
        "interleave-worker 1\nid=0123456789abcdef\npid=1\nworkers=1\nhost=a\u001b[2Jb",
      })
  void whatIsNoGreetingIsRefused(String text) {
    assertThatExceptionOfType(RefusedMessageException.class).isThrownBy(() -> Greeting.parse(text));
  }

  @Test
  void aMessageOfVeryManyOrVeryLongLinesIsRefused() {
    assertThatExceptionOfType(RefusedMessageException.class)
        .isThrownBy(() -> Lines.parse("interleave-worker 1" + "\nx=1".repeat(65)));
    assertThatExceptionOfType(RefusedMessageException.class)
        .isThrownBy(() -> Lines.parse("interleave-worker 1\nx=" + "1".repeat(4096)));
    assertThatExceptionOfType(RefusedMessageException.class)
        .isThrownBy(() -> Lines.parse("x".repeat(1 << 20)));
  }

  @ParameterizedTest
  @EnumSource
  void whatThereIsToDoIsTheScenarioWithTheValuesThatItsWorkersTake(ProgramLanguage language)
      throws Exception {
    Program.Lesson lesson =
        new Program.Lesson(SCENARIO, Map.of("task", "primes", "tasks", "7"), language);
    WorkerRole role = WorkerRole.of(lesson).orElseThrow();
    assertThat(WorkerRole.parse(role.text())).isEqualTo(role);
    assertThat(role)
        .isEqualTo(
            new WorkerRole.OfScenario(SCENARIO, language, Map.of("task", "primes", "work", "0.3")));
  }

  @Test
  void aWorkerIsAProgramOfOursThatGetsTheAddressAsAFile() throws Exception {
    WorkerRole role = WorkerRole.of(Program.Lesson.of(SCENARIO)).orElseThrow();
    List<String> command =
        role.launch(Installation.find(), Path.of("an address"), Optional.empty(), "W").command();
    assertThat(command)
        .contains("interleave.scenario.program.TaskWorker", "an address", "work=0.3")
        .noneMatch(word -> word.contains("key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=class\nclass=java.lang.Runtime",
        "kind=scenario\nscenario=none\nlanguage=java",
        "kind=scenario\nscenario=dining-philosophers\nlanguage=java",
        "kind=scenario\nscenario=distributed-processes\nlanguage=perl",
        "kind=scenario\nscenario=distributed-processes\nlanguage=java\nparameter.tasks=9",
        "kind=scenario\nscenario=distributed-processes\nlanguage=java\nparameter.work=9; rm -rf",
        "kind=scenario\nscenario=distributed-processes\nlanguage=java\nparameter.task=mine",
        "",
      })
  void whatIsNotInTheCatalogueIsNotDone(String lines) {
    assertThatExceptionOfType(RefusedMessageException.class)
        .isThrownBy(() -> WorkerRole.parse("interleave-worker 1\n" + lines));
  }

  @Test
  void whatHasNoWorkersCannotBeJoined() throws Exception {
    Program philosophers = Program.Lesson.of(Catalogue.scenario("dining-philosophers"));
    assertThat(WorkerRole.of(philosophers)).isEmpty();
    WorkerRole nothing = WorkerRole.parse(new WorkerRole.Nothing().text());
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> nothing.launch(Installation.find(), Path.of("a"), Optional.empty(), "W"));
  }

  @Test
  void theCommandToPasteHandsTheKeyOverWithoutNamingItAsAWord() {
    Fingerprint fingerprint = new Fingerprint("ab".repeat(32));
    BrokerAddress address =
        new BrokerAddress(
            BrokerAddress.uri("tls://192.0.2.1:4711"), "k3y", Optional.of(fingerprint));
    assertThat(new JoinCommand(address).text())
        .isEqualTo(
            "echo k3y | interleave worker --connect tls://192.0.2.1:4711 --fingerprint "
                + fingerprint
                + " --key-file -");
  }

  @Test
  void theKeyOfABrokerThatOthersUseTooIsNotShown() {
    URI uri = BrokerAddress.uri("tcp://192.0.2.1:61613#run-1");
    JoinCommand command = new JoinCommand(new BrokerAddress(uri, "me", "s3cret", Optional.empty()));
    assertThat(command.text())
        .isEqualTo("interleave worker --connect " + uri + " --user me --key-file F");
  }

  @Test
  void whoSaysNothingForLongIsGoneAndWhoComesAgainHasJoined() {
    Attendance attendance = new Attendance();
    assertThat(attendance.hear(GREETING, 0))
        .hasValue(new Attendance.Change(GREETING, Attendance.Change.How.JOINED));
    assertThat(attendance.hear(GREETING, 1)).isEmpty();
    assertThat(attendance.missing(1 + Attendance.PATIENCE)).isEmpty();
    assertThat(attendance.missing(2 + Attendance.PATIENCE))
        .containsExactly(new Attendance.Change(GREETING, Attendance.Change.How.SILENT));
    assertThat(attendance.here()).isEmpty();
    assertThat(attendance.hear(GREETING.goodbye(), 3)).isEmpty();
    assertThat(attendance.hear(GREETING, 4)).isPresent();
    assertThat(attendance.here()).containsExactly(GREETING);
    assertThat(attendance.hear(GREETING.goodbye(), 5))
        .hasValue(new Attendance.Change(GREETING.goodbye(), Attendance.Change.How.LEFT));
  }
}
