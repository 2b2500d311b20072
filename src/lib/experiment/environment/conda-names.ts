/** A package that conda calls otherwise than PyPI, in normal form, and who says so. */
export interface CondaName {
  readonly conda: string;
  readonly pypi: string;
  readonly source: string;
}

const GRAYSKULL = 'https://github.com/conda/grayskull/blob/main/grayskull/strategy/config.yaml';
const OPENCV = 'https://github.com/conda-forge/opencv-feedstock';
const XGBOOST = 'https://github.com/conda-forge/xgboost-feedstock';

/**
 * Where conda splits what PyPI has as one, the first of them is the one to install. Left out are names that conda
 * gives to another thing, such as `graphviz`: there it is the program, and the package for Python is `python-graphviz`.
 */
export const CONDA_NAMES: readonly CondaName[] = [
  { conda: 'pytorch', pypi: 'torch', source: GRAYSKULL },
  { conda: 'pytorch-geometric', pypi: 'torch-geometric', source: GRAYSKULL },
  { conda: 'py-xgboost', pypi: 'xgboost', source: XGBOOST },
  { conda: 'opencv', pypi: 'opencv-python', source: GRAYSKULL },
  { conda: 'py-opencv', pypi: 'opencv-python', source: OPENCV },
  { conda: 'matplotlib-base', pypi: 'matplotlib', source: GRAYSKULL },
  { conda: 'dask-core', pypi: 'dask', source: GRAYSKULL },
  { conda: 'pytables', pypi: 'tables', source: GRAYSKULL },
  { conda: 'msgpack-python', pypi: 'msgpack', source: GRAYSKULL },
  { conda: 'pysoundfile', pypi: 'soundfile', source: GRAYSKULL },
  { conda: 'python-annoy', pypi: 'annoy', source: GRAYSKULL },
  { conda: 'boruta-py', pypi: 'boruta', source: GRAYSKULL },
  { conda: 'python-flair', pypi: 'flair', source: GRAYSKULL },
  { conda: 'h2o-py', pypi: 'h2o', source: GRAYSKULL }
];

const pypiNames = new Map(CONDA_NAMES.map(({ conda, pypi }) => [conda, pypi]));

/** PyPI's name of a package of conda, by which both are one. */
export const fromConda = (name: string): string => pypiNames.get(name) ?? name;

/** What conda is to install for a package by PyPI's name. */
export const toConda = (name: string): string => CONDA_NAMES.find(({ pypi }) => pypi === name)?.conda ?? name;
