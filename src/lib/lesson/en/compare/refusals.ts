import type { RefusalCode } from '../../../experiment/environment/refusal';

/** Why a text or a file is no environment: one sentence that says what to do. `{line}` and `{about}` where they help. */
export const environmentRefusals: Readonly<Record<RefusalCode, string>> = {
  empty: 'There is nothing in it: choose or paste a list of packages.',
  'too-large': 'This is larger than 20 MB, and no list of packages is: choose the lock file itself.',
  'no-text':
    'This is not text in UTF-8: choose a lock file, a requirements file, or the folder or zip of a run.',
  'utf-16': 'This is text in UTF-16, as PowerShell writes it: save it again as UTF-8.',
  nul: 'Line {line} holds a zero byte, which no list of packages has: choose the file itself, not a copy of its disk.',
  'unknown-format':
    'This is no format known here. Known are: requirements and pip freeze, pip list, pip inspect, pylock.toml, uv.lock, poetry.lock, Pipfile.lock, environment.yml, conda-lock.yml, conda list, MLmodel, dvc.lock, wandb-metadata.json, collect_env, CycloneDX and SPDX in JSON.',
  'unknown-folder':
    'None of these files is known here: choose the folder of one run of MLflow or Weights & Biases, or a lock file.',
  zip: 'This zip is damaged, locked, or larger than 4 MB: unpack it and choose its folder.',
  json: 'Line {line} is not JSON: make the file again, or copy it whole.',
  toml: 'Line {line} is not TOML: make the file again, or copy it whole.',
  yaml: 'Line {line} is not YAML: make the file again, or copy it whole.',
  'cut-off': 'It ends in the middle, on line {line}: copy it whole.',
  'too-deep': 'It is nested deeper than any list of packages (line {line}): choose the lock file itself.',
  alias: 'Line {line} uses an alias of YAML, which no such file needs: write the value out.',
  'repeated-name': 'Line {line} gives a name a second time ({about}): only one of the two can hold.',
  shape: 'It looks like a list that is known here, but lacks {about}: make the file again.',
  line: 'Line {line} could not be read as a package: {about}.',
  version:
    'It is of a version of its format that is not known here ({about}): write it with an older tool, or use pip freeze.',
  'too-many': 'It has more than 20,000 things in it: choose the list of one environment.',
  'too-many-versions':
    'It gives more than 200 versions of one thing ({about}): choose the list of one environment.',
  nothing: 'It has the form of a list, but no package, parameter or data in it: choose another file.'
};
