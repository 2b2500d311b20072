import { bits } from './bits/words';
import { browser } from './browser/words';
import { cause } from './cause/words';
import { compare } from './compare/words';
import { leak } from './leak/words';
import { numbers } from './numbers';
import { page } from './page';
import { runToRun } from './compare/run-to-run';
import { setup } from './setup/words';
import { spread } from './spread/words';

export const labWords = { page, setup, compare, cause, bits, browser, leak, spread, runToRun, numbers };
