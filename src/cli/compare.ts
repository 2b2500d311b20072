import { compareCommand } from './compare-command';
import { runCommand } from './terminal';

await runCommand(compareCommand);
