import type { Manifest } from '../experiment';
import * as portable from './portable-math';

/** The two functions that engines compute differently, as an argument. */
export interface Elementary {
  exp(x: number): number;
  tanh(x: number): number;
}

export const PORTABLE: Elementary = { exp: portable.exp, tanh: portable.tanh };

/** The engine's own, offered so that learners can see them differ. */
// eslint-disable-next-line no-restricted-syntax -- the one place that may depend on the engine: a manifest asks for it by name
const PLATFORM: Elementary = { exp: Math.exp, tanh: Math.tanh };

export const elementary = (math: Manifest['environment']['math']): Elementary =>
  math === 'platform' ? PLATFORM : PORTABLE;
