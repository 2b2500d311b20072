import { drifts } from './lesson/drifts';
import { page } from './lesson/page';
import { process } from './lesson/process';
import { runs } from './lesson/runs';

export const en = { page, process, runs, drifts };
