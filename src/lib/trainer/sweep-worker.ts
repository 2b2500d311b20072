import csv from './penguins.csv?raw';
import { serve, type TrainerPort } from './serve';
import { SWEEP_HANDLERS } from './sweep-handlers';
import type { SweepRequests } from './sweep-protocol';

serve(self as unknown as TrainerPort<SweepRequests>, csv, SWEEP_HANDLERS);
