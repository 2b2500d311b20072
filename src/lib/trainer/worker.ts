import csv from './penguins.csv?raw';
import { serve, type TrainerPort } from './serve';

serve(self as unknown as TrainerPort, csv);
