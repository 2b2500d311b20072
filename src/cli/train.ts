import { runCommand } from './terminal';
import { trainCommand } from './train-command';

await runCommand(trainCommand);
