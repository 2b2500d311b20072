import { code } from './code';
import { drifts } from './drifts';
import { page } from './page';
import { process } from './process';
import { runs } from './runs';

export const en = { page, process, code, runs, drifts };
