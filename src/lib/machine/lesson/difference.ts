import {
  applyDrifts,
  BASELINE,
  DEFAULT_DRIFT,
  driftById,
  LEFT_OUT,
  manifestKey,
  orderedDrifts,
  type DriftId,
  type Manifest
} from '../../experiment';
import type { LessonContext } from './context';
import type { DriftCommand } from './events';
import type { RunKey } from '../training';

/** What tells the re-run from the saved run. */
export interface Difference {
  /** Whether anything differs at the re-run. */
  readonly differs: boolean;
  /** What differs when something does, in catalogue order; may be nothing. */
  readonly choice: readonly DriftId[];
}

/** The drifts in force at the re-run. */
export const activeDrifts = ({ differs, choice }: Difference): readonly DriftId[] => (differs ? choice : []);

export const savedManifest = (): Manifest => BASELINE;

export const loadedManifest = (difference: Difference): Manifest => applyDrifts(activeDrifts(difference));

/** Under which key the re-run with what differs now is kept. */
export const rerunKey = (difference: Difference): RunKey => manifestKey(loadedManifest(difference));

type Before = Difference & Pick<LessonContext, 'investigation' | 'investigated'>;

/** What differs after a command. Switched back on later, everything that was restored is back as well. */
function differenceAfter({ differs, choice, investigated }: Before, command: DriftCommand): Difference {
  const nothing = { differs: false, choice: orderedDrifts([...choice, ...investigated]) };
  const something = { differs: true, choice: choice.length > 0 ? choice : [DEFAULT_DRIFT] };
  switch (command.type) {
    case 'TOGGLE_DRIFTS':
      return differs ? { differs: false, choice } : something;
    case 'LET_DIFFER':
      return something;
    case 'BREAK':
      return { differs: true, choice: differs || choice.length === 0 ? [DEFAULT_DRIFT] : choice };
    case 'CHOOSE_DRIFT':
      // While nothing differs, what is chosen is only what would: whoever chooses something means that alone.
      return command.on
        ? { differs: true, choice: orderedDrifts([...activeDrifts({ differs, choice }), command.id]) }
        : { differs, choice: choice.filter((id) => id !== command.id) };
    case 'PACK': {
      const active = activeDrifts({ differs, choice });
      const others = active.filter((id) => driftById(id).part !== command.part);
      if (!command.packed) {
        // Of a part that is left out already, the same goes on to differ.
        const out = others.length < active.length ? active : [...others, LEFT_OUT[command.part]];
        return { differs: true, choice: orderedDrifts(out) };
      }
      return others.length > 0 ? { differs, choice: others } : { differs: false, choice };
    }
    case 'RESTORE': {
      if (!activeDrifts({ differs, choice }).includes(command.id)) return { differs, choice };
      const rest = choice.filter((id) => id !== command.id);
      return rest.length > 0 ? { differs, choice: rest } : nothing;
    }
    case 'UNDO_RESTORE':
      return { differs: true, choice: orderedDrifts([...activeDrifts({ differs, choice }), command.id]) };
  }
}

/** Whether other drifts are in force after a command. */
export const changesDrifts = (before: Before, command: DriftCommand): boolean =>
  activeDrifts(differenceAfter(before, command)).join() !== activeDrifts(before).join();

export const NOT_INVESTIGATING = { investigation: 'none', investigated: [] } as const;

/** The investigation once something else differs: a solved one is over, a cause that was found is gone after. */
const storyAfter = ({ investigation }: Before): Partial<Before> =>
  investigation === 'solved' ? NOT_INVESTIGATING : investigation === 'found' ? { investigation: 'open' } : {};

/** The difference after a command, and what the investigation makes of it. */
export function withDifference(before: Before, command: DriftCommand): Difference & Partial<Before> {
  const story = changesDrifts(before, command) ? storyAfter(before) : {};
  return { ...story, ...differenceAfter({ ...before, ...story }, command) };
}
