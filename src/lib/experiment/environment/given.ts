/** A file as it was dropped, chosen or found in a folder; a pasted text has no name. */
export interface GivenFile {
  /** Its path in what was given, with / between folders; empty where it has none. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** No list of packages is larger; most have less than a hundredth of it. */
export const MAX_BYTES = 20 * 1024 * 1024;

export const baseOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Files of a folder that are read, by their names; those that name exact versions come first. */
export const FOLDER_FILES = [
  ['pylock', /^pylock(?:\.[^.]+)?\.toml$/],
  ['uv-lock', /^uv\.lock$/],
  ['poetry-lock', /^poetry\.lock$/],
  ['pipfile-lock', /^Pipfile\.lock$/],
  ['conda-lock', /^conda-lock\.yml$/],
  ['requirements', /^requirements(?:[-.]\w+)?\.txt$/],
  ['mlflow-conda', /^conda\.ya?ml$/],
  ['conda-environment', /^environment\.ya?ml$/],
  ['mlmodel', /^MLmodel$/],
  ['python-env', /^python_env\.yaml$/],
  ['mlflow-meta', /^meta\.yaml$/],
  ['wandb-metadata', /^wandb-metadata\.json$/],
  ['wandb-config', /^config\.yaml$/],
  ['dvc-lock', /^dvc\.lock$/]
] as const satisfies readonly (readonly [string, RegExp])[];

export type FolderFile = (typeof FOLDER_FILES)[number][0];

/** MLflow keeps each parameter of a run in a file of its own. */
export const isParameter = (name: string): boolean => /(?:^|\/)params\/[^/]/.test(name);

/** Whether a file of a folder is one that is read; all others need not even be opened. */
export const isReadInFolders = (name: string): boolean =>
  isParameter(name) || FOLDER_FILES.some(([, pattern]) => pattern.test(baseOf(name)));
