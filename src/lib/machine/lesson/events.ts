import type { DriftId, Part } from '../../experiment';
import type { Step } from '../../lesson';
import type { Answer, Speed } from './context';
import type { TrainingReport } from '../training';

/** What changes the difference between the saved run and the re-run. */
export type DriftCommand =
  | { type: 'TOGGLE_DRIFTS' }
  /** Switches on, if nothing differs yet. */
  | { type: 'LET_DIFFER' }
  /** Lets one thing differ: what is chosen, unless that is in force already. */
  | { type: 'BREAK' }
  /** Chosen, it is in force as well: beside what differs already, or alone. */
  | { type: 'CHOOSE_DRIFT'; id: DriftId; on: boolean }
  /** Puts a part into the case that is saved, or leaves it out: what is left out differs later. */
  | { type: 'PACK'; part: Part; packed: boolean }
  | { type: 'RESTORE'; id: DriftId }
  | { type: 'UNDO_RESTORE'; id: DriftId };

/** What moves the learner, and says where to. */
export type Move =
  | { type: 'NEXT' }
  /** Playback's own NEXT: it goes on without pausing. */
  | { type: 'ADVANCE' }
  | { type: 'BACK' }
  | { type: 'GO_TO'; step: Step };

export type OpenCommand = {
  type: 'OPEN';
  step: Step;
  drifts: readonly DriftId[];
  /** What the mismatch differed in that step 6 is about, where some of it was put back. @default none */
  found?: readonly DriftId[];
};

/** What is said to the question whether the runs will match. */
export type PredictionCommand = { type: 'PREDICT'; answer: Answer } | { type: 'SKIP_PREDICTION' };

/** What a learner can do. */
export type LessonCommand =
  | Exclude<Move, { type: 'ADVANCE' }>
  /** Goes to a step to see what it is about: step 6 is about a mismatch, so one is made if nothing differs. */
  | { type: 'SEE'; step: Step }
  /** Trains again, with what was put back of what an investigation found. */
  | { type: 'RERUN' }
  | { type: 'PLAY' }
  | { type: 'PAUSE' }
  | { type: 'RESET' }
  /** Back to where the last reset was, as long as nothing was done since. */
  | { type: 'UNDO_RESET' }
  | OpenCommand
  | { type: 'RETRY' }
  | { type: 'SET_SPEED'; speed: Speed }
  | { type: 'SET_CALM'; calm: boolean }
  | DriftCommand
  | PredictionCommand;

/** `ENDED`: the position has come to where playback ends. */
export type LessonEvent = LessonCommand | Move | TrainingReport | { type: 'ENDED' };

export const MOVES = ['NEXT', 'ADVANCE', 'BACK', 'GO_TO'] as const satisfies Move['type'][];

export const DRIFT_COMMANDS = [
  'TOGGLE_DRIFTS',
  'LET_DIFFER',
  'BREAK',
  'CHOOSE_DRIFT',
  'PACK',
  'RESTORE',
  'UNDO_RESTORE'
] as const satisfies DriftCommand['type'][];
