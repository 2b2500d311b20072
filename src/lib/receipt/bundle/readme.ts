import type { Receipt } from '../../experiment/receipt';
import { COPYRIGHTS, FDLIBM, MIT } from './notice';

/** The bundle's README.md: what it claims, and how to check it. */
export const readme = ({ trainer, result }: Receipt): string => `# A run that can be repeated

This folder claims that one training of a small neural network got ${result.accuracy.correct} of ${result.accuracy.total} penguins right, and ended with
weights whose SHA-256 is

    ${result.digest}

Do not believe it: train it again, here, without us and without a network.

    python3 reproduce.py     Python 3.8 or newer, nothing to install; on Windows: py reproduce.py
    node reproduce.mjs       Node 18 or newer, nothing to install

Either prints the claim and its re-run side by side, and exits with 0 when the claim holds, with 1 when it is refuted,
and with 2 when that cannot be decided or this folder is damaged. \`mlflow run . --env-manager local\` and \`dvc repro\` run
the first of them, with the Python at hand. (Plain \`mlflow run .\` makes an environment first, and may install a Python.)

| File | What it is |
| --- | --- |
| receipt.json | the claim: code, data and environment of the run, and the result it gave (trainer version ${trainer}) |
| penguins.csv | the data, named in the receipt by its SHA-256 |
| reproduce.py | the trainer, written a second time in plain Python, to be read |
| reproduce.mjs | the trainer of the app itself, in one file |
| MLproject, python_env.yaml | for MLflow |
| dvc.yaml, .dvc/config | for DVC |
| .gitattributes | for Git, which changes no line end here |
| ro-crate-metadata.json | what all of this is, for machines (RO-Crate 1.1, Process Run Crate 0.5) |

## Licences

The data, Palmer penguins (Gorman, Williams and Fraser 2014, doi:10.1371/journal.pone.0090081), is in the public domain
under CC0 1.0. The constants and polynomials of exp, in reproduce.py and in reproduce.mjs, are those of fdlibm 5.3:

${FDLIBM}
The rest is under the MIT licence:

${COPYRIGHTS.join('  \n')}

${MIT}`;
