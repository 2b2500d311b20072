import { LAB_HANDLERS } from './lab-handlers';
import type { LabRequests } from './lab-protocol';
import csv from './penguins.csv?raw';
import { serve, type TrainerPort } from './serve';

serve(self as unknown as TrainerPort<LabRequests>, csv, LAB_HANDLERS);
