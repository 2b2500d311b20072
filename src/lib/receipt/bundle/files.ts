import csv from '../../trainer/penguins.csv?raw';
import javascript from './reproduce.ts?bundled';
import python from './reproduce.py?raw';

/** The texts that every bundle carries, besides what is written for its receipt. */
export interface BundleFiles {
  /** penguins.csv */
  readonly data: string;
  /** reproduce.py */
  readonly python: string;
  /** reproduce.mjs */
  readonly javascript: string;
}

/** They weigh more than the pages: load this module only when someone asks for a bundle. */
export const BUNDLE_FILES: BundleFiles = { data: csv, python, javascript };
