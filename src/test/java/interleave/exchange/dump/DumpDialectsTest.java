package interleave.exchange.dump;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.SeenState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tools write that are not to be had here, by their documentation and published dumps. */
class DumpDialectsTest {
  private final List<ThreadDump> dumps = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  private ThreadDump only(String text) {
    DumpText reader = new DumpText(dumps::add, unknown::add);
    text.lines().forEach(reader::line);
    reader.end();
    assertThat(dumps).hasSize(1);
    return dumps.getFirst();
  }

  @Test
  void jdk8HasNoModulesNoTimesOfThreadsAndWaitsToLockAgain() {
    ThreadDump dump =
        only(
            """
            2018-03-05 10:11:12
            Full thread dump Java HotSpot(TM) 64-Bit Server VM (25.161-b12 mixed mode):

            "pool-1-thread-1" #11 prio=5 os_prio=0 tid=0x00007f4c nid=0x2f03 in Object.wait() [0x00]
               java.lang.Thread.State: BLOCKED (on object monitor)
            \tat java.lang.Object.wait(Native Method)
            \tat com.acme.Job.run(Job.java:42)
            \t- waiting to re-lock in wait() <0x00000000d5f> (a com.acme.Job)
            \t- locked <0x00000000d5f> (a com.acme.Job)
            \tat java.lang.Thread.run(Thread.java:748)

            "quoted "name"" #12 daemon prio=5 os_prio=0 tid=0x00007f4d nid=0x2f04 runnable [0x01]
               java.lang.Thread.State: RUNNABLE
            \tat sun.nio.ch.EPollArrayWrapper.epollWait(Native Method)
            \t- locked <0x00000000e01> (a sun.nio.ch.Util$2)
            \t- eliminated <owner is scalar replaced> (a java.lang.Object)

            "VM Thread" os_prio=0 tid=0x00007f4b nid=0x2ef9 runnable

            JNI global references: 212
            """);
    assertThat(dump.label).isEqualTo("10:11:12");
    assertThat(dump.process).isEqualTo("tid 0x00007f4b");
    assertThat(dump.threads).hasSize(3);
    SeenThread first = dump.threads.getFirst();
    assertThat(first.state).isEqualTo(SeenState.BLOCKED);
    assertThat(first.held).isEmpty();
    assertThat(first.stack.get(1)).isEqualTo(new Frame("Job.java", "run", "com.acme.Job", 42));
    assertThat(dump.threads.get(1).name).isEqualTo("quoted \"name\"");
    assertThat(dump.threads.get(1).daemon).isTrue();
    assertThat(dump.threads.get(2).service).isTrue();
    assertThat(unknown).isEmpty();
  }

  @Test
  void aThreadWithoutANameEndsNoDump() {
    ThreadDump dump =
        only(
            """
            Full thread dump OpenJDK 64-Bit Server VM (17.0.15+6-Debian-1deb12u1 mixed mode):

            "VM Periodic Task Thread" os_prio=0 cpu=0.89ms tid=0x0c nid=0x42 waiting on condition

            os_prio=0 cpu=6.46ms elapsed=1.97s tid=0x00007f982c1fed50 nid=0x4225 runnable
            "GC Thread#1" os_prio=0 cpu=2.57ms elapsed=2.06s tid=0x0d nid=0x4224 runnable

            JNI global refs: 30, weak refs: 3


            Found one Java-level deadlock:
            =============================
            "left":
              waiting to lock monitor 0x04 (object 0x07, a java.lang.Object),
              which is held by "right"
            """);
    assertThat(dump.threads).hasSize(2);
    assertThat(dump.deadlocks).isEqualTo(1);
    assertThat(unknown).containsExactly("thread without a name");
  }

  @Test
  void ownersAreKnownFromTheDeadlockWhereStacksDoNotTell() {
    ThreadDump dump =
        only(
            """
            Full thread dump OpenJDK 64-Bit Server VM (11.0.2+9 mixed mode):

            "a" #1 prio=5 tid=0x01 nid=0x1 waiting on condition [0x00]
               java.lang.Thread.State: WAITING (parking)
            \tat jdk.internal.misc.Unsafe.park(java.base@11.0.2/Native Method)
            \t- parking to wait for  <0x0b> (a java.util.concurrent.locks.ReentrantLock$NonfairSync)

            "b" #2 prio=5 tid=0x02 nid=0x2 waiting on condition [0x00]
               java.lang.Thread.State: WAITING (parking)
            \tat jdk.internal.misc.Unsafe.park(java.base@11.0.2/Native Method)
            \t- parking to wait for  <0x0a> (a java.util.concurrent.locks.ReentrantLock$NonfairSync)

            Found one Java-level deadlock:
            =============================
            "a":
              waiting for ownable synchronizer 0x0b, (a java.util.concurrent.locks.ReentrantLock$NonfairSync),
              which is held by "b"
            "b":
              waiting for ownable synchronizer 0x0a, (a java.util.concurrent.locks.ReentrantLock$NonfairSync),
              which is held by "a"

            Java stack information for the threads listed above:
            ===================================================
            "a":
            \tat jdk.internal.misc.Unsafe.park(java.base@11.0.2/Native Method)
            Found 1 deadlock.
            """);
    assertThat(dump.threads).hasSize(2);
    assertThat(dump.threads.get(0).owner).isEqualTo("b");
    assertThat(dump.threads.get(1).owner).isEqualTo("a");
    assertThat(dump.deadlocks).isEqualTo(1);
  }

  @Test
  void aCarrierTellsOfTheVirtualThreadThatIsMounted() {
    ThreadDump dump =
        only(
            """
            Full thread dump OpenJDK 64-Bit Server VM (21.0.1+12 mixed mode, sharing):

            "ForkJoinPool-1-worker-1" #22 [17] daemon prio=5 tid=0x03 nid=17 runnable  [0x00]
               Carrying virtual thread #21
            \tat jdk.internal.vm.Continuation.run(java.base@21.0.1/Continuation.java:251)

               Mounted virtual thread "job" #21
            \tat Main.spin(Main.java:9)
            """);
    assertThat(dump.threads).hasSize(2);
    assertThat(dump.threads.get(1).virtual).isTrue();
    assertThat(dump.threads.get(1).name).isEqualTo("job");
    assertThat(dump.threads.get(1).stack).hasSize(1);
  }

  @Test
  void jdk21WritesNoStatesIntoAFile() {
    ThreadDump dump =
        only(
            """
            9031
            2023-10-01T10:00:00.5Z
            21+35-2513

            #1 "main"
                  java.base/java.lang.Thread.sleep0(Native Method)
                  Main.main(Main.java:7)

            #30 "" virtual
                  java.base/java.lang.VirtualThread.park(VirtualThread.java:592)
            """);
    assertThat(dump.pid).isEqualTo(9031);
    assertThat(dump.label).isEqualTo("10:00:00.5Z");
    assertThat(dump.threads).hasSize(2);
    assertThat(dump.threads.getFirst().state).isEqualTo(SeenState.UNKNOWN);
    assertThat(dump.threads.getFirst().stack.get(1).line()).isEqualTo(7);
    assertThat(dump.threads.get(1).virtual).isTrue();
  }

  @Test
  void python314NamesThreadsAndTellsFramesOfC() {
    ThreadDump dump =
        only(
            """
            Fatal Python error: Segmentation fault

            Current thread 0x00007f0000001000 [worker] (most recent call first):
              File "a.py", line 3 in f
              File "a.py", line 9 in <module>

            Current thread's C stack trace (most recent call first):
              Binary file "python3.14", at _Py_DumpStack+0x48

            Extension modules: numpy (total: 1)
            """);
    assertThat(dump.threads.getFirst().name).isEqualTo("worker");
    assertThat(dump.threads.getFirst().stack).hasSize(2);
    assertThat(unknown).contains("frame of C");
  }
}
