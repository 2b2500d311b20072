/** What `compare --help` prints. */
export const HELP = `Tells what differs between two environments, and what of it is known to be able to change results.

Usage: npm run -s compare -- [--json] [--platform NAME] <a> <b>

  <a>, <b>         a file, the folder or zip of a run, or - for standard input (one of the two). Read are: requirements,
                   pip freeze, pip list, pip inspect, pylock.toml, uv.lock, poetry.lock, Pipfile.lock, environment.yml,
                   conda-lock.yml, conda list, MLmodel and runs of MLflow, dvc.lock, wandb-metadata.json, what
                   python -m torch.utils.collect_env prints, CycloneDX and SPDX in JSON
  --platform NAME  which platform to read of a conda-lock.yml, such as linux-64
  --json           print one JSON object on one line: {"formats", "differences": [{"section", "name", "a", "b",
                   "class", "known"}]}
  --help, -h       print this help

Nothing is installed, and nothing leaves this computer.

Exit code: 0 nothing differs but noise; 1 something does; 2 what was given could not be read.

Examples:

  npm run -s compare -- before.txt after.txt
  pip freeze | npm run -s compare -- requirements.txt -
  npm run -s compare -- --json old/uv.lock new/uv.lock
`;
