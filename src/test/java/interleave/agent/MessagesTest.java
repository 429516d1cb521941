package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of messages of JMS: with a real broker and its client, and with neither. */
@BesideOthers
class MessagesTest {
  private static final Path SOURCES = Path.of("src/test/resources/interleave/agent/jms");

  @TempDir private static Path folder;
  private static Process broker;
  private static String address;
  private static Traced run;
  private static Traced fake;

  @BeforeAll
  static void runOnce() throws Exception {
    compile("real", Stream.of(SOURCES.resolve("Messages.java")));
    try (Stream<Path> sources = Files.walk(SOURCES.resolve("fake"))) {
      compile("fake", sources.filter(each -> each.toString().endsWith(".java")));
    }
    broker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath("real"),
                "Messages",
                "broker")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = broker.inputReader();
    address = said.readLine();
    run = run("real", "Messages", "all", address);
    fake = run("fake", "Fake");
    assertThat(fake.notes()).isEmpty();
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.getOutputStream().close();
    broker.waitFor();
  }

  private static void compile(String into, Stream<Path> sources) {
    List<String> options = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none"));
    options.addAll(List.of("-cp", jars(), "-d", folder.resolve(into).toString()));
    sources.map(Path::toString).forEach(options::add);
    int problems =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(problems).isZero();
  }

  private static String jars() {
    File[] jars =
        Path.of(System.getProperty("interleave.broker.jars", "target/broker"))
            .toFile()
            .listFiles((_, name) -> name.endsWith(".jar"));
    assertThat(jars).as("Maven copies the broker to target/broker").isNotEmpty();
    return String.join(File.pathSeparator, Stream.of(jars).map(File::getPath).toList());
  }

  private static String classPath(String program) {
    String own = folder.resolve(program).toString();
    return program.equals("fake") ? own : own + File.pathSeparator + jars();
  }

  private static Traced run(String program, String... command) throws Exception {
    return Traced.launch().runCommand(tail(program, command));
  }

  private static List<String> tail(String program, String... command) {
    List<String> tail = new ArrayList<>(List.of("-cp", classPath(program)));
    tail.addAll(List.of(command));
    return tail;
  }

  private static void assertSameAs(Traced traced, Traced plain) {
    assertThat(traced.out).isEqualTo(plain.out);
    assertThat(traced.err).isEqualTo(plain.err);
    assertThat(traced.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void programsRunAsEver() throws Exception {
    assertSameAs(
        run, Traced.launch().untraced().runCommand(tail("real", "Messages", "all", address)));
    assertSameAs(fake, Traced.launch().untraced().runCommand(tail("fake", "Fake")));
  }

  private static List<Event> of(Traced run, String queue, EventKind kind) {
    return run.about(queue).stream().filter(event -> event.kind() == kind).toList();
  }

  private static List<String> texts(Traced run, String queue, EventKind kind) {
    return of(run, queue, kind).stream().map(event -> String.valueOf(event.text())).toList();
  }

  private static List<Long> numbers(Traced run, String queue, EventKind kind) {
    return of(run, queue, kind).stream().map(Event::value).toList();
  }

  private static List<Integer> flags(Traced run, String queue, EventKind kind) {
    return of(run, queue, kind).stream().map(e -> e.flags() & ~Flags.HAS_TEXT).toList();
  }

  @Test
  void whatIsPutIsGotUnderTheSameNumberInTheOrderOfTheBroker() {
    String[] orders = {"order 1", "order 2", "order 3", "order 4", "order 5", "MapMessage"};
    assertThat(texts(run, "orders", PUT)).containsExactly(orders);
    assertThat(texts(run, "orders", GET)).containsExactly(orders);
    assertThat(numbers(run, "orders", GET))
        .isEqualTo(numbers(run, "orders", PUT))
        .doesNotHaveDuplicates()
        .doesNotContain(0L);
    assertThat(run.place(of(run, "orders", PUT).getFirst())).startsWith("Messages.java:");
    assertThat(of(run, "orders", PUT)).extracting(Event::thread).containsOnly(run.thread("writer"));
  }

  @Test
  void aReceiveThatMayWaitSaysSoAndWhatTakesNoMessageGivesUp() {
    assertThat(of(run, "orders", GET_REQUEST)).hasSize(7);
    assertThat(of(run, "orders", WAIT_LIMIT)).extracting(Event::value).endsWith(20_000_000L);
    assertThat(flags(run, "orders", GET_ABANDONED)).containsExactly(Flags.TIMED_OUT);
    assertThat(flags(run, "silence", GET_ABANDONED)).containsExactly(Flags.FAILED);
    assertThat(flags(run, "noise", GET_ABANDONED)).containsExactly(Flags.INTERRUPTED);
  }

  @Test
  void aListenerGetsItsMessagesInALineOfTheProgram() {
    assertThat(texts(run, "lines", GET)).containsExactly("line 1", "line 2", "line 3");
    assertThat(numbers(run, "lines", GET)).isEqualTo(numbers(run, "lines", PUT));
    assertThat(of(run, "lines", GET))
        .allSatisfy(
            event ->
                assertThat(run.place(event)).startsWith("Messages.java:").endsWith(" listener"));
    assertThat(texts(fake, "heard", GET)).containsExactly("hello");
  }

  @Test
  void whatIsSentInATransactionIsTheBrokersWhenItIsCommitted() {
    assertThat(texts(run, "stock", PUT)).containsExactly("never", "at last");
    assertThat(flags(run, "stock", PUT)).containsOnly(Flags.BUFFERED);
    assertThat(flags(run, "stock", MESSAGE_SENT)).containsExactly(Flags.FAILED, 0);
    assertThat(numbers(run, "stock", MESSAGE_SENT)).isEqualTo(numbers(run, "stock", PUT));
    assertThat(flags(run, "letters", MESSAGE_SENT)).containsExactly(0);
    assertThat(flags(fake, "old", MESSAGE_SENT)).containsExactly(0, 0, 0);
  }

  @Test
  void aMessageThatIsDeliveredAgainSaysSo() {
    assertThat(texts(run, "stock", GET)).containsExactly("at last", "at last");
    assertThat(flags(run, "stock", GET)).containsExactly(0, Flags.AGAIN);
    assertThat(flags(fake, "old", GET)).containsExactly(0, 0, 0, Flags.AGAIN);
  }

  @Test
  void whoBrowsesTakesNothing() {
    assertThat(texts(run, "shelf", GET)).containsExactly("book");
  }

  @Test
  void anAnswerGoesThroughAQueueOfItsOwn() {
    assertThat(texts(run, "questions", GET)).containsExactly("6 × 7?");
    assertThat(texts(run, "temp-queue://1:1:1", GET)).containsExactly("6 × 7 is 42");
  }

  @Test
  void eachSubscriberOfATopicGetsACopy() {
    assertThat(flags(run, "topic://prices", PUT)).containsExactly(Flags.COPIES, Flags.COPIES);
    assertThat(of(run, "topic://prices", GET)).hasSize(4);
    assertThat(new HashSet<>(numbers(run, "topic://prices", GET)))
        .isEqualTo(new HashSet<>(numbers(run, "topic://prices", PUT)));
    assertThat(flags(fake, "topic://news", GET)).containsExactly(Flags.COPIES, Flags.COPIES);
  }

  @Test
  void theSimplerInterfacesTellOfEachMessageOnce() {
    assertThat(texts(run, "letters", GET)).containsExactly("dear reader");
    assertThat(numbers(fake, "bodies", PUT)).hasSize(2).isEqualTo(numbers(fake, "bodies", GET));
    assertThat(texts(fake, "bodies", PUT)).containsExactly("body", "soul");
    assertThat(of(fake, "bodies", GET_REQUEST)).hasSize(2);
  }

  @Test
  void aMessageThatDoesNotSayWhoItIsIsPutWithoutANumber() {
    assertThat(numbers(fake, "unruly", PUT)).containsExactly(0L);
    assertThat(flags(fake, "unruly", PUT_ABANDONED)).containsExactly(Flags.FAILED);
  }

  @Test
  void whatAClientDoesInsideIsNotShown() {
    assertThat(run.objects())
        .containsExactlyInAnyOrder(
            "orders",
            "lines",
            "stock",
            "shelf",
            "questions",
            "temp-queue://1:1:1",
            "topic://prices",
            "silence",
            "noise",
            "letters",
            "all",
            "here");
    assertThat(run.of(TASK_SUBMITTED)).isEmpty();
  }

  @Test
  void aQueueIsTheSameInAllProcesses() throws Exception {
    Traced put = run("real", "Messages", "put", address, "3");
    Traced get = run("real", "Messages", "get", address, "3");
    assertThat(get.out).isEqualTo("task 1\ntask 2\ntask 3\n");
    assertThat(numbers(get, "work", GET)).isEqualTo(numbers(put, "work", PUT));
    assertThat(key(get)).isEqualTo(key(put)).isNotZero();
  }

  private static long key(Traced run) {
    return run.of(DEFINE_OBJECT).stream()
        .filter(event -> "work".equals(event.text()))
        .mapToLong(Event::value)
        .findFirst()
        .orElseThrow();
  }
}
