// What other people's tools read, so that each can re-run the bundle as it is.

/** MLflow: `mlflow run .` runs the entry point main. Source: mlflow.org/docs, “MLflow Projects”. */
export const MLPROJECT = `name: retrace-receipt

python_env: python_env.yaml

entry_points:
  main:
    command: "python reproduce.py"
`;

/** MLflow's environment: whichever Python runs MLflow is new enough, and nothing is installed. */
export const PYTHON_ENV = `# Python 3.8 or newer, and its standard library, is all that reproduce.py needs.
build_dependencies: []
dependencies: []
`;

/** DVC: `dvc repro` runs the stage each time. A check that is skipped is the very mistake that the lesson tells of. */
export const DVC_YAML = `stages:
  reproduce:
    desc: Retrain the run that receipt.json claims, and compare bit for bit
    # Python and the machine are no file that DVC can watch, so nothing here is a reason to skip it.
    always_changed: true
    cmd: python3 reproduce.py # on Windows: py reproduce.py
    deps:
      - penguins.csv
      - receipt.json
      - reproduce.py
`;

/** What `dvc init --no-scm` writes: with it this folder is a DVC project, in a Git repository or not. */
export const DVC_CONFIG = `[core]
    no_scm = True
`;

/** Git: on Windows it would give each line another end, and the data would no longer have the SHA-256 of its receipt. */
export const GIT_ATTRIBUTES = `# The data is named by the SHA-256 of its bytes: Git changes no line end in this folder.
* -text
`;
