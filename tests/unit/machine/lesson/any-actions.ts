import fc from 'fast-check';
import { DRIFT_IDS, PARTS } from '$lib/experiment';
import { STEPS } from '$lib/lesson';
import { SPEEDS, type LessonCommand } from '$lib/machine/lesson';
import { startLesson, type LessonDriver } from './driver';

/** Something that can happen to a lesson: a command, a report of the trainer, or time. */
export type Action =
  | LessonCommand
  | { type: 'EPOCH' | 'FINISH' | 'FAIL' }
  /** A report of a training that may be over long since. */
  | { type: 'LATE'; training: number; report: 'epoch' | 'finish' | 'fail' }
  | { type: 'WAIT'; ms: number };

const drift = fc.constantFrom(...DRIFT_IDS);
const step = fc.constantFrom(...STEPS);

const bare = <T extends Action['type']>(...types: T[]) =>
  fc.constantFrom(...types).map((type) => ({ type }) as Extract<Action, { type: T }>);

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: bare('NEXT') },
  { weight: 8, arbitrary: bare('FINISH') },
  { weight: 2, arbitrary: bare('BACK', 'EPOCH') },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('GO_TO' as const), step }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('SEE' as const), step }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('WAIT' as const), ms: fc.constantFrom(50, 700, 2600) })
  },
  { weight: 2, arbitrary: bare('PLAY', 'TOGGLE_DRIFTS') },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('CHOOSE_DRIFT' as const), id: drift, on: fc.boolean() })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('PACK' as const),
      part: fc.constantFrom(...PARTS),
      packed: fc.boolean()
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('RESTORE' as const, 'UNDO_RESTORE' as const), id: drift })
  },
  {
    weight: 1,
    arbitrary: bare(
      'PAUSE',
      'RESET',
      'UNDO_RESET',
      'RETRY',
      'LET_DIFFER',
      'FAIL',
      'BREAK',
      'RERUN',
      'SKIP_PREDICTION'
    )
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('OPEN' as const),
      step,
      drifts: fc.uniqueArray(drift, { maxLength: 2 })
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('PREDICT' as const),
      answer: fc.constantFrom('match' as const, 'mismatch' as const)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('SET_SPEED' as const), speed: fc.constantFrom(...SPEEDS) })
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('SET_CALM' as const), calm: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('LATE' as const),
      training: fc.nat(),
      report: fc.constantFrom('epoch' as const, 'finish' as const, 'fail' as const)
    })
  }
);

const RERUN: readonly Action[] = [
  { type: 'GO_TO', step: 5 },
  { type: 'FINISH' },
  { type: 'FINISH' },
  { type: 'WAIT', ms: 1400 }
];
const MISMATCHED: readonly Action[] = [{ type: 'TOGGLE_DRIFTS' }, ...RERUN];
const RESTORED: readonly Action[] = [...MISMATCHED, { type: 'NEXT' }, { type: 'TOGGLE_DRIFTS' }];

/** How a lesson begins, so that what is long in coming is lived through as well. */
const BEGINNINGS: readonly (readonly Action[])[] = [[], MISMATCHED, RESTORED, [...RESTORED, ...RERUN]];

function act({ actor, trainer, ...lesson }: LessonDriver, action: Action): void {
  const { trainings } = trainer;
  switch (action.type) {
    case 'EPOCH':
      return trainings.at(-1)?.epoch();
    case 'FINISH':
      return trainings.at(-1)?.finish();
    case 'FAIL':
      return trainings.at(-1)?.fail();
    case 'LATE':
      return trainings[action.training % trainings.length]?.[action.report]();
    case 'WAIT':
      return lesson.wait(action.ms);
    default:
      return actor.send(action);
  }
}

/** Lives through any lesson that could be, and looks at it after each thing that happens. */
export function everyLesson(look: (lesson: LessonDriver) => void, numRuns: number): void {
  fc.assert(
    fc.property(
      fc.constantFrom(...BEGINNINGS),
      fc.array(anyAction, { maxLength: 40, size: 'max' }),
      (beginning, actions) => {
        const lesson = startLesson();
        look(lesson);
        for (const action of [...beginning, ...actions]) {
          act(lesson, action);
          look(lesson);
        }
        lesson.actor.stop();
      }
    ),
    { numRuns }
  );
}
