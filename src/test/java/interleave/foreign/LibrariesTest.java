package interleave.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import foreign.Bank;
import foreign.Cache;
import foreign.Coroutines;
import foreign.Jetty;
import foreign.NettyEcho;
import foreign.Observed;
import foreign.PlainServer;
import foreign.Rings;
import foreign.Sleepers;
import foreign.Streams;
import interleave.BesideOthers;
import interleave.engine.JavaProgram;
import interleave.foreign.BothWays.Seen;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases, servers, queues and languages of others, on many threads. */
@BesideOthers
@Order(1)
class LibrariesTest {
  @TempDir Path folder;

  @Test
  void h2DoesItsTransactions() throws Exception {
    Seen seen = run(Bank.class, org.h2.Driver.class);
    assertThat(seen.out()).isEqualTo("8000 in 8 accounts\n");
    assertThat(seen.threads()).contains("teller 0", "teller 3");
    assertThat(seen.acquires()).isGreaterThan(4 * 60);
  }

  @Test
  void jettyServesItsClients() throws Exception {
    Seen seen =
        run(
            Jetty.class,
            org.eclipse.jetty.server.Server.class,
            org.eclipse.jetty.io.Content.class,
            org.eclipse.jetty.http.HttpField.class,
            org.eclipse.jetty.util.Callback.class,
            org.slf4j.Logger.class);
    assertThat(seen.out()).startsWith("216 found, 24 missing");
    assertThat(seen.threads()).anyMatch(name -> name.startsWith("qtp"));
  }

  @Test
  void theServerOfTheJdkServesVirtualThreads() throws Exception {
    Seen seen = run(PlainServer.class);
    assertThat(seen.out()).isEqualTo("100 served, 900 bytes\n");
    assertThat(seen.lines()).contains("100 served, 900 bytes");
  }

  @Test
  void disruptorAndJctoolsPassOnWhatTheyGet() throws Exception {
    Seen seen =
        run(
            Rings.class,
            com.lmax.disruptor.dsl.Disruptor.class,
            org.jctools.queues.MpmcArrayQueue.class);
    assertThat(seen.out()).contains("jctools 400020000");
    assertThat(seen.timeline().lanes().size()).isGreaterThan(8);
  }

  @Test
  void caffeineLoadsEachValueOnceAndGuavaWaitsForAll() throws Exception {
    Seen seen =
        run(
            Cache.class,
            com.github.benmanes.caffeine.cache.Caffeine.class,
            com.google.common.util.concurrent.Striped.class,
            com.google.common.util.concurrent.internal.InternalFutureFailureAccess.class);
    assertThat(seen.out()).startsWith("100 loaded");
    assertThat(seen.acquires()).isGreaterThan(2000);
  }

  @Test
  void nettyEchoes() throws Exception {
    Seen seen =
        run(
            NettyEcho.class,
            io.netty.util.Timer.class,
            io.netty.buffer.ByteBuf.class,
            io.netty.channel.Channel.class,
            io.netty.resolver.NameResolver.class);
    assertThat(seen.out()).startsWith("sum ");
    assertThat(seen.threads()).anyMatch(name -> name.startsWith("nioEventLoopGroup"));
  }

  @Test
  void rxJavaAndReactorFlow() throws Exception {
    Seen seen =
        run(
            Streams.class,
            io.reactivex.rxjava3.core.Flowable.class,
            reactor.core.publisher.Flux.class,
            org.reactivestreams.Publisher.class);
    assertThat(seen.out()).isEqualTo("1001000\n2686700\n/ by zero\n");
    assertThat(seen.threads()).anyMatch(name -> name.startsWith("RxComputation"));
  }

  @Test
  void coroutinesOfKotlinRun() throws Exception {
    Seen seen = run(Coroutines.class, kotlinx.coroutines.BuildersKt.class, kotlin.Unit.class);
    assertThat(seen.out()).isEqualTo("45150 300\n");
    assertThat(seen.threads()).anyMatch(name -> name.startsWith("DefaultDispatcher"));
  }

  @Test
  void clojureCompilesAndRunsItsAgentsAndTransactions() throws Exception {
    Seen seen =
        script(
            "clojure.main",
            "agents.clj",
            "clojure/lang/RT.class",
            "clojure/spec/alpha.clj",
            "clojure/core/specs/alpha.clj");
    assertThat(seen.out()).contains("4900 200 200 328350", "thrown in a monitor false");
    assertThat(seen.acquires()).isGreaterThan(200);
  }

  @Test
  void groovyCompilesAndRunsItsClosures() throws Exception {
    Seen seen = script("groovy.ui.GroovyMain", "pool.groovy", "groovy/lang/GroovyObject.class");
    assertThat(seen.out()).isEqualTo("9455\n465\n[2, 3, 4]\ngroovy thread\n");
    assertThat(seen.threads()).contains("groovy thread");
  }

  @Test
  void aHundredThousandVirtualThreadsSleepAndGoThroughOneDoor() throws Exception {
    Seen seen = BothWays.run(BothWays.program(Sleepers.class, List.of(), "100000"), folder);
    assertThat(seen.out()).isEqualTo("100000 slept, 100000 went through\n");
    assertThat(seen.timeline().locks())
        .filteredOn(lock -> lock.name().equals("DOOR"))
        .singleElement()
        .satisfies(door -> assertThat(door.acquires()).isEqualTo(100_000));
  }

  @Test
  void aProgramThatLooksAtItselfSeesWhatItSawWithoutUs() throws Exception {
    Seen seen = run(Observed.class);
    assertThat(seen.behaviour().err()).contains("on purpose", "here");
    assertThat(seen.threads()).contains("unlucky");
  }

  private Seen run(Class<?> main, Class<?>... uses) throws Exception {
    return BothWays.run(BothWays.program(main, List.of(uses)), folder);
  }

  private Seen script(String main, String script, String... resources) throws Exception {
    Path file = Path.of("src/test/resources/foreign", script).toAbsolutePath();
    JavaProgram.Code code =
        new JavaProgram.Code.Main(Stream.of(resources).map(BothWays::home).toList(), main);
    return BothWays.run(BothWays.program(code, file.toString()), folder);
  }
}
