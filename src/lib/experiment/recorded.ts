import { BASELINE, type Manifest } from './manifest';

/** `BASELINE` with what surrounded the run written down too. No computation reads these fields. */
export const RECORDED: Manifest = {
  ...BASELINE,
  code: { ...BASELINE.code, comment: 'Bill and body mass are enough.' },
  environment: { ...BASELINE.environment, library: '1.4.0', host: 'atlas', timeZone: 'UTC', user: 'ada' }
};
