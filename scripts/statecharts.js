/**
 * `npm run statecharts` draws the machines into docs/statecharts.md; a test holds drawing and machines together.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lessonMachine } from '../src/lib/machine/lesson';
import { bisectMachine, labMachine } from '../src/lib/machine/lab';
import { secondMachine } from '../src/lib/machine/lesson/quiz-second-machine';
import { quizMachine } from '../src/lib/machine/lesson/quiz-machine';
import { caseMachine } from '../src/lib/machine/case';
import { verifyMachine } from '../src/lib/machine/verify';
import { ROOT } from './run.js';

/** @import { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate' */

export const STATECHARTS_FILE = join(ROOT, 'docs/statecharts.md');

/** @type {[title: string, machine: AnyStateMachine][]} */
export const MACHINES = [
  ['The lesson', lessonMachine],
  ['The quiz', quizMachine],
  ['The second round of the quiz', secondMachine],
  ['The Lab', labMachine],
  ['The search for the cause', bisectMachine],
  ['The verifier', verifyMachine],
  ['A case', caseMachine]
];

/** @param {AnyStateNode} node */
const idOf = ({ id }) => id.replaceAll('.', '_');

/** @param {unknown} named an action or a guard, as a name or with parameters */
const nameOf = (named) => {
  if (typeof named === 'string') return named;
  const { type, params } = /** @type {{ type: string, params?: unknown }} */ (named);
  // What a transition computes its parameters from is not part of the drawing.
  return typeof params === 'string' || typeof params === 'number' ? `${type} ${params}` : type;
};

/** @param {AnyTransitionDefinition} transition */
function eventOf({ eventType, source }) {
  const after = source.after.find((delayed) => delayed.eventType === eventType);
  return after ? `after ${String(after.delay)}` : eventType;
}

/** What a transition asks and does. @param {AnyTransitionDefinition} transition */
const effectOf = ({ guard, actions }) =>
  [
    ...(guard ? [`[${nameOf(guard)}]`] : []),
    ...(actions.length > 0 ? [`/ ${actions.map(nameOf).join(', ')}`] : [])
  ].join(' ');

/**
 * All transitions of a state, those without an event too: XState's own graph leaves them out.
 * @param {AnyStateNode} node
 */
export const transitionsOf = (node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])];

/**
 * The arrows that leave a state: one for all events that do the same.
 * @param {AnyStateNode} node @param {string} from
 */
function arrows(node, from) {
  /** @type {Map<string, { arrow: string, effect: string, names: string[] }>} */
  const events = new Map();
  for (const transition of transitionsOf(node)) {
    const [target] = transition.target ?? [];
    const waits = !target && transition.actions.length === 0;
    const effect = waits ? '/ nothing' : effectOf(transition);
    const arrow = `${from} --> ${target ? idOf(target) : from}`;
    const names = events.get(`${arrow}|${effect}`)?.names ?? [];
    events.set(`${arrow}|${effect}`, { arrow, effect, names: [...names, eventOf(transition)] });
  }
  return [...events.values()].map(({ arrow, effect, names }) => {
    const label = [names.filter(Boolean).join(', '), effect].filter(Boolean).join(' ');
    return label ? `${arrow} : ${label}` : arrow;
  });
}

/** What holds while a state lasts. @param {AnyStateNode} node */
function facts(node) {
  const { meta, tags, invoke } = node;
  const entry = node.entry.map(nameOf).filter((action) => !action.startsWith('xstate.')); // a delay's own clock
  return [
    ...Object.entries(meta ?? {}).map(([name, value]) => `${name} ${value}`),
    ...tags,
    ...invoke.map(({ src }) => `invokes ${String(src)}`),
    ...(entry.length > 0 ? [`entry / ${entry.join(', ')}`] : [])
  ];
}

/** @param {string} line */
const indented = (line) => (line === '' ? '' : `  ${line}`);

/** @param {AnyStateNode} node @returns {string[]} */
function drawn(node) {
  const id = idOf(node);
  const states = Object.values(node.states);
  const name = `state "${node.key}" as ${id}`;
  if (states.length === 0)
    return [name, ...facts(node).map((fact) => `${id} : ${fact}`), ...arrows(node, id)];
  // Arrows from a state to one within it cannot be drawn: they start at a place of their own.
  const within = arrows(node, `${id}_any`);
  const initial =
    node.type === 'parallel' ? [] : node.initial.target.map((state) => `[*] --> ${idOf(state)}`);
  const parts = states.map(drawn);
  const inner =
    node.type === 'parallel' ? parts.flatMap((part, i) => (i ? ['--', ...part] : part)) : parts.flat();
  return [
    `${name} {`,
    ...[
      ...initial,
      ...(within.length > 0 ? [`state "in any of these" as ${id}_any`] : []),
      ...inner,
      ...within
    ].map(indented),
    '}'
  ];
}

/** One machine as a Mermaid diagram. @param {AnyStateMachine} machine */
export const statechart = (machine) => ['stateDiagram-v2', ...drawn(machine.root).map(indented)].join('\n');

/** The whole page. */
export const statecharts = () =>
  [
    '# Statecharts',
    'Drawn from the machines by `npm run statecharts`; a test fails where this page and a machine differ. An arrow says on which event, [under which condition] and / with which actions it is taken; one that names no event is taken at once. The first arrow of several whose condition holds is the one that is taken.',
    ...MACHINES.flatMap(([title, machine]) => [
      `## ${title}`,
      `\`\`\`mermaid\n${statechart(machine)}\n\`\`\``
    ])
  ].join('\n\n') + '\n';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(STATECHARTS_FILE, statecharts());
}
