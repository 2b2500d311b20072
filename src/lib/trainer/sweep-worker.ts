import csv from './penguins.csv?raw';
import { serve, type TrainerPort } from './serve';
import { loadSimdKernel } from './simd/simd-kernel';
import base64 from './simd/kernel.as.ts?wasm';
import { sweepHandlers } from './sweep-handlers';
import type { SweepRequests } from './sweep-protocol';

const code = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

serve(self as unknown as TrainerPort<SweepRequests>, csv, sweepHandlers(loadSimdKernel(code)));
