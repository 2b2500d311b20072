import { createActor, SimulatedClock, type Actor, type InputFrom } from 'xstate';
import {
  lessonMachine,
  lessonState,
  type LessonCommand,
  type LessonState,
  type Position
} from '$lib/machine/lesson';
import type { Step } from '$lib/lesson';
import { fakeTrainer, type FakeTrainer } from '../fake-trainer';

/** A command that says everything by its name. */
type BareCommand = LessonCommand extends infer C extends LessonCommand
  ? C extends LessonCommand
    ? keyof C extends 'type'
      ? C['type']
      : never
    : never
  : never;

/** A lesson under test: real machine, fake trainer, a clock that only moves when told to. */
export interface LessonDriver {
  readonly actor: Actor<typeof lessonMachine>;
  readonly clock: SimulatedClock;
  readonly trainer: FakeTrainer;
  readonly state: LessonState;
  send(...commands: (LessonCommand | BareCommand)[]): void;
  goTo(step: Step): void;
  /** Lets time pass, a little at a time, as a real clock does. */
  wait(ms: number): void;
  /** Lets the comparison be looked at, so that the verdict falls. */
  judge(): void;
  /** Answers every training under way and lets the verdict fall. */
  settle(): void;
}

interface Options {
  readonly trainer?: FakeTrainer;
  readonly input?: InputFrom<typeof lessonMachine>;
}

export function startLesson({ trainer = fakeTrainer(), input = {} }: Options = {}): LessonDriver {
  const clock = new SimulatedClock();
  const actor = createActor(lessonMachine.provide({ actors: { train: trainer.actor } }), {
    clock,
    input
  }).start();
  const driver: LessonDriver = {
    actor,
    clock,
    trainer,
    get state() {
      return lessonState(actor.getSnapshot());
    },
    send: (...commands) =>
      commands.forEach((command) =>
        actor.send(typeof command === 'string' ? ({ type: command } as LessonCommand) : command)
      ),
    goTo: (step) => actor.send({ type: 'GO_TO', step }),
    wait: (ms) => {
      for (let left = ms; left > 0; left -= 50) clock.increment(Math.min(50, left));
    },
    judge: () => driver.wait(4000),
    settle: () => {
      while (trainer.trainings.some(({ stopped }) => !stopped)) trainer.current.finish();
      driver.judge();
    }
  };
  return driver;
}

/** How to arrive at each position with a trainer that answers when told to. */
const WAYS: Record<Position | 'failed again', (lesson: LessonDriver) => void> = {
  idle: () => {},
  training: (lesson) => lesson.goTo(1),
  trained: (lesson) => {
    lesson.goTo(1);
    lesson.trainer.current.finish();
  },
  saved: (lesson) => {
    lesson.goTo(2);
    lesson.trainer.current.finish();
  },
  loaded: (lesson) => {
    lesson.goTo(3);
    lesson.trainer.current.finish();
  },
  retraining: (lesson) => {
    lesson.goTo(4);
    lesson.trainer.current.finish();
  },
  retrained: (lesson) => {
    WAYS.retraining(lesson);
    lesson.trainer.current.finish();
  },
  compared: (lesson) => {
    WAYS.retrained(lesson);
    lesson.goTo(5);
  },
  trusted: (lesson) => {
    WAYS.compared(lesson);
    lesson.judge();
  },
  mismatched: (lesson) => {
    if (!lesson.state.differs) lesson.send('TOGGLE_DRIFTS');
    WAYS.compared(lesson);
    lesson.judge();
  },
  investigating: (lesson) => {
    WAYS.mismatched(lesson);
    lesson.send('NEXT');
  },
  failed: (lesson) => {
    WAYS.training(lesson);
    lesson.trainer.current.fail();
  },
  'failed again': (lesson) => {
    WAYS.retraining(lesson);
    lesson.trainer.current.fail();
  }
};

/** Every position, the failed one twice: in the first training and in the second. */
export const PLACES = Object.keys(WAYS) as (keyof typeof WAYS)[];

/** A lesson that stands at a place. Where only a mismatch leads, the default drift is switched on. */
export function lessonAt(place: (typeof PLACES)[number], options?: Options): LessonDriver {
  const lesson = startLesson(options);
  WAYS[place](lesson);
  const { at } = lesson.state;
  if (!place.startsWith(at)) throw new Error(`meant to stand at ${place}, but stands at ${at}`);
  return lesson;
}
