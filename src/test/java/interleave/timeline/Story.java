package interleave.timeline;

import static interleave.event.EventKind.*;

import interleave.event.ObjectType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * What threads do at random that share locks and a queue.
 *
 * @param released which lane let others go on at which time
 */
public record Story(Timeline timeline, Set<Said> released) {
  /** The thread of that id did it. */
  public record Said(long thread, long time) {}

  /** Threads take a lock or two, wait for them, give up, await, put and get; some end in it. */
  public static Story tell(Random random, int steps) {
    Trace trace = new Trace();
    Set<Said> said = new HashSet<>();
    Trace.Process process = trace.process(1, "p");
    int[] locks = {
      process.object(ObjectType.LOCK, 1, "a"), process.object(ObjectType.LOCK, 2, "b")
    };
    int queue = process.object(ObjectType.QUEUE, 3, "q");
    Actor[] actors = new Actor[3];
    for (int i = 0; i < actors.length; i++) {
      actors[i] = new Actor(process.thread(i + 1, "T" + i));
    }
    int[] holder = {-1, -1};
    Deque<Long> messages = new ArrayDeque<>();
    long time = 1;
    for (int i = 0; i < steps; i++) {
      time += random.nextInt(5);
      int who = random.nextInt(actors.length);
      Actor actor = actors[who];
      Trace.Thread thread = actor.thread.at(time).in("f", 10 + random.nextInt(3));
      if (actor.wants >= 0) {
        if (holder[actor.wants] < 0) {
          thread.event(LOCK_ACQUIRED, locks[actor.wants], time - actor.since);
          holder[actor.wants] = who;
          actor.wants = -1;
        } else if (random.nextInt(4) == 0) {
          thread.event(LOCK_ABANDONED, locks[actor.wants]);
          actor.wants = -1;
        }
      } else if (actor.awaits >= 0) {
        if (holder[actor.awaits] < 0) {
          thread.event(WAIT_END, locks[actor.awaits]);
          holder[actor.awaits] = who;
          actor.awaits = -1;
        }
      } else if (actor.gets) {
        if (!messages.isEmpty()) {
          thread.event(GET, queue, messages.remove());
          actor.gets = false;
        }
      } else {
        int lock = random.nextInt(2);
        switch (random.nextInt(4)) {
          case 0 -> {
            if (holder[lock] == who) {
              boolean awaits = random.nextInt(3) == 0;
              thread.event(awaits ? WAIT_BEGIN : LOCK_RELEASED, locks[lock]);
              said.add(new Said(who + 1, time));
              actor.awaits = awaits ? lock : -1;
              holder[lock] = -1;
            }
          }
          case 1 -> {
            if (holder[lock] != who) {
              thread.event(LOCK_REQUEST, locks[lock]);
              actor.wants = lock;
              actor.since = time;
            }
          }
          case 2 -> {
            thread.event(PUT, queue, i + 1);
            said.add(new Said(who + 1, time));
            messages.add(i + 1L);
          }
          default -> {
            thread.event(GET_REQUEST, queue);
            actor.gets = true;
          }
        }
      }
    }
    actors[0].thread.at(time + 1).event(SLEEP_BEGIN);
    return new Story(trace.end(), said);
  }

  /** What one thread is at. */
  private static final class Actor {
    final Trace.Thread thread;
    int wants = -1;
    int awaits = -1;
    long since;
    boolean gets;

    Actor(Trace.Thread thread) {
      this.thread = thread;
    }
  }
}
