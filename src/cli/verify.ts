import { runCommand } from './terminal';
import { verifyCommand } from './verify-command';

await runCommand(verifyCommand);
