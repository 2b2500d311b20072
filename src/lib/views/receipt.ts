import { shortDigest } from '../experiment';
import type { Receipt } from '../experiment/receipt';
import { fill } from '../lesson';
import { receipt as words } from '../lesson/receipt';
import { percentText } from './percent';

/** A run on its way home. */
export interface TakeHomeView {
  /** Which run it is. */
  readonly run: string;
  /** That the learner's prediction goes with it; null when there is none. */
  readonly prediction: string | null;
  /** What a share sheet shows beside the link. */
  readonly shared: string;
  /** What runs the bundle, and what that takes. */
  readonly commands: readonly { readonly needs: string; readonly command: string }[];
}

/** @param bundle what the bundle's file is called. */
export function takeHomeView({ result, prediction }: Receipt, bundle: string): TakeHomeView {
  const { commands } = words;
  return {
    run: fill(words.run, { ...result.accuracy, digest: shortDigest(result.digest) }),
    prediction: prediction ? fill(words.prediction, { answer: words.answers[prediction] }) : null,
    shared: fill(words.link.shared, { percent: percentText(result) }),
    commands: [
      { needs: commands.python, command: 'python3 reproduce.py' },
      { needs: commands.node, command: 'node reproduce.mjs' },
      { needs: commands.verify, command: `npm run -s verify -- ${bundle}` }
    ]
  };
}
