import { LESSON_HANDLERS } from './handlers';
import csv from './penguins.csv?raw';
import type { TrainerRequests } from './protocol';
import { serve, type TrainerPort } from './serve';

serve(self as unknown as TrainerPort<TrainerRequests>, csv, LESSON_HANDLERS);
