import { Gathering, type Environment } from '../environment';
import { readJson } from '../json';
import { at, entriesAt, listAt, textAt, type Tree } from '../tree';
import { readYaml } from '../yaml';
import { addPip, readCondaEnvironment } from './conda';

/** `MLmodel`: what a model was saved with. */
export function readMlModel(text: string): Environment {
  const tree = readYaml(text);
  const found = new Gathering();
  found.value('interpreter', 'python', textAt(tree, 'flavors', 'python_function', 'python_version'));
  for (const [flavor, each] of entriesAt(tree, 'flavors')) {
    const known = entriesAt(each).find(([name]) => /_version$/.test(name) && name !== 'python_version');
    const version = known?.[1];
    if (typeof version === 'string' && flavor !== 'python_function') {
      found.package(flavor === 'sklearn' ? 'scikit-learn' : flavor === 'pytorch' ? 'torch' : flavor, {
        version
      });
    }
  }
  const mlflow = textAt(tree, 'mlflow_version');
  if (mlflow !== null) found.package('mlflow', { version: mlflow });
  for (const name of ['run_id', 'model_uuid', 'utc_time_created', 'model_size_bytes'])
    found.note(name, textAt(tree, name));
  return found.done('mlflow');
}

/** `python_env.yaml`. */
export function readPythonEnv(text: string): Environment {
  const tree = readYaml(text);
  const found = new Gathering();
  found.value('interpreter', 'python', textAt(tree, 'python'));
  addPip(found, listAt(tree, 'build_dependencies'));
  // What it takes from requirements.txt stands there.
  addPip(found, listAt(tree, 'dependencies'));
  return found.done('mlflow');
}

/** `conda.yaml` of a model is an environment of conda. */
export const readMlflowConda = (text: string): Environment => ({
  ...readCondaEnvironment(text),
  format: 'mlflow'
});

/** `meta.yaml` of a run tells nothing that differs for a reason: names, times, places. */
export function readMlflowMeta(text: string): Environment {
  const tree = readYaml(text);
  const found = new Gathering();
  for (const [name, value] of entriesAt(tree)) if (typeof value === 'string') found.note(name, value);
  found.value('code', 'entry point', textAt(tree, 'entry_point_name'));
  found.value('code', 'commit', textAt(tree, 'source_version'));
  return found.part('mlflow');
}

/** One file of `params/`: its name is the parameter's. */
export function readMlflowParameter(name: string, text: string): Environment {
  const found = new Gathering();
  found.value('parameter', name, text.trim());
  return found.part('mlflow');
}

/** A leaf of a tree in one line: what stands deeper is told by its path. */
function addParameters(found: Gathering, tree: Tree | undefined, path: string): void {
  if (typeof tree === 'string') found.value('parameter', path, tree);
  else if (Array.isArray(tree)) found.value('parameter', path, JSON.stringify(tree));
  else
    for (const [name, each] of entriesAt(tree))
      addParameters(found, each, path === '' ? name : `${path}.${name}`);
}

const isCode = (path: string): boolean => /\.(?:py|ipynb|r|jl|sh|js|ts)$/i.test(path);

/** `dvc.lock`, schema 2.0. */
export function readDvcLock(text: string): Environment {
  const tree = readYaml(text);
  const found = new Gathering();
  for (const [stage, each] of entriesAt(tree, 'stages')) {
    found.value('code', `${stage}: cmd`, textAt(each, 'cmd'));
    for (const file of [...listAt(each, 'deps'), ...listAt(each, 'outs')]) {
      const path = textAt(file, 'path');
      if (path === null) continue;
      const [hash] = ['md5', 'etag', 'checksum'].flatMap((name) => textAt(file, name) ?? []);
      found.add(isCode(path) ? 'code' : 'data', path, { version: hash ?? null });
    }
    addParameters(found, at(each, 'params'), '');
  }
  found.note('schema', textAt(tree, 'schema'));
  return found.done('dvc-lock');
}

/** `wandb-metadata.json`. */
export function readWandbMetadata(text: string): Environment {
  const tree = readJson(text);
  const found = new Gathering();
  found.value('interpreter', 'python', textAt(tree, 'python')?.replace(/^\D+/, ''));
  found.value('machine', 'os', textAt(tree, 'os'));
  found.value('machine', 'cuda', textAt(tree, 'cuda') ?? textAt(tree, 'cudaVersion'));
  found.value('machine', 'cpu count', textAt(tree, 'cpu_count'));
  found.value('machine', 'gpu', textAt(tree, 'gpu'));
  found.value('code', 'commit', textAt(tree, 'git', 'commit'));
  found.value('code', 'remote', textAt(tree, 'git', 'remote'));
  found.value('code', 'program', textAt(tree, 'program'));
  const args = listAt(tree, 'args');
  if (args.length > 0) found.value('parameter', 'args', args.map(String).join(' '));
  for (const name of ['startedAt', 'host', 'username', 'executable', 'root'])
    found.note(name, textAt(tree, name));
  return found.done('wandb');
}

/** `config.yaml` of a run: each parameter has its value under `value`. */
export function readWandbConfig(text: string): Environment {
  const tree = readYaml(text);
  const found = new Gathering();
  for (const [name, each] of entriesAt(tree)) {
    if (name === '_wandb' || name === 'wandb_version') continue;
    addParameters(found, at(each, 'value'), name);
  }
  return found.done('wandb');
}
