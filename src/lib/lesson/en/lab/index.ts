import { bits } from './bits';
import { browser } from './browser';
import { cause } from './cause';
import { compare } from './compare';
import { leak } from './leak';
import { page } from './page';
import { runToRun } from './run-to-run';
import { setup } from './setup';
import { spread } from './spread';

export const labWords = { page, setup, compare, cause, bits, browser, leak, spread, runToRun };
