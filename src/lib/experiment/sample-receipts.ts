import { toDigest } from './digest';
import { applyDrifts } from './drift';
import { BASELINE } from './manifest';
import { TRAINER_VERSION, type Receipt } from './receipt';

// Claims to be tried out. They are texts that somebody hands over, so nothing is trained for them here; a test holds the
// two honest ones to the trainer.

const common = { version: 1, trainer: TRAINER_VERSION } as const;

/** The lesson's first run, as it came out. */
export const FIRST_CLAIM: Receipt = {
  ...common,
  manifest: BASELINE,
  result: {
    accuracy: { correct: 85, total: 100 },
    digest: toDigest('570cce69ae423c7dba94c98c9047d2852814f5f58d2eda2dc006dab457e98d40'),
    predictionsDigest: toDigest('caeeca5847dd7f3a164431440e321243e7a47ad7d1101b01791ccb9694f66ab0')
  }
};

/** Its re-run where a library had got another default, as that came out. */
export const SECOND_CLAIM: Receipt = {
  ...common,
  manifest: applyDrifts(['library-default']),
  result: {
    accuracy: { correct: 71, total: 100 },
    digest: toDigest('d30a8bb1ec7b7572b668d1cec1f05ec50ed40b7f0f2c50079d7d2dfc140c1c34'),
    predictionsDigest: toDigest('3fede9601e750ef9f921d31627f553253569318eb7c07655288bc0e5df2d7eeb')
  }
};

/** The first run with a better figure written over its own. */
export const FORGED_CLAIM: Receipt = {
  ...FIRST_CLAIM,
  result: { ...FIRST_CLAIM.result, accuracy: { correct: 93, total: 100 } }
};
