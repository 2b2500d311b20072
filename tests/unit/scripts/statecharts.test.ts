import { readFileSync } from 'node:fs';
import { createMachine, type AnyStateNode } from 'xstate';
import { describe, expect, it } from 'vitest';
import {
  MACHINES,
  statechart,
  statecharts,
  STATECHARTS_FILE,
  transitionsOf
} from '../../../scripts/statecharts.js';

const everyNode = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(everyNode)
];

it('docs/statecharts.md shows the machines as they are (else run npm run statecharts)', () => {
  expect(readFileSync(STATECHARTS_FILE, 'utf8')).toBe(statecharts());
});

describe.each(MACHINES)('the drawing of %s', (_, machine) => {
  const drawing = statechart(machine);
  const nodes = everyNode(machine.root);

  it('names every state', () => {
    const ids = nodes.map(({ id }) => id.replaceAll('.', '_'));
    expect(ids.filter((id) => !new RegExp(`state "\\w+" as ${id}( \\{)?$`, 'm').test(drawing))).toEqual([]);
  });

  it('has an arrow to each target from each state that leads there, transient ones included', () => {
    for (const node of nodes) {
      const id = node.id.replaceAll('.', '_');
      for (const { target } of transitionsOf(node)) {
        const to = target?.[0]?.id.replaceAll('.', '_') ?? '\\1';
        expect(drawing).toMatch(new RegExp(`^ *(${id}(?:_any)?) --> ${to}( :|$)`, 'm'));
      }
    }
  });

  it('names every event that does something', () => {
    const events = machine.events.filter((event) => !event.startsWith('xstate.'));
    expect(events.filter((event) => !new RegExp(`: .*\\b${event}\\b`).test(drawing))).toEqual([]);
  });
});

it('draws conditions, actions, delays, regions and what holds in a state', () => {
  const machine = createMachine({
    id: 'lamp',
    type: 'parallel',
    states: {
      light: {
        initial: 'off',
        on: { BREAK: '.off' },
        states: {
          off: { always: { guard: 'dark', target: 'on' } },
          on: {
            meta: { watts: 40 },
            tags: 'bright',
            entry: 'hum',
            after: { 500: { actions: { type: 'fade', params: 3 }, target: 'off' } },
            on: { TAP: { actions: 'click' }, KNOCK: { actions: 'click' }, WAIT: {} }
          }
        }
      },
      door: { initial: 'shut', states: { shut: {} } }
    }
  });
  expect(statechart(machine)).toBe(`stateDiagram-v2
  state "lamp" as lamp {
    state "light" as lamp_light {
      [*] --> lamp_light_off
      state "in any of these" as lamp_light_any
      state "off" as lamp_light_off
      lamp_light_off --> lamp_light_on : [dark]
      state "on" as lamp_light_on
      lamp_light_on : watts 40
      lamp_light_on : bright
      lamp_light_on : entry / hum
      lamp_light_on --> lamp_light_on : TAP, KNOCK / click
      lamp_light_on --> lamp_light_on : WAIT / nothing
      lamp_light_on --> lamp_light_off : after 500 / fade 3
      lamp_light_any --> lamp_light_off : BREAK
    }
    --
    state "door" as lamp_door {
      [*] --> lamp_door_shut
      state "shut" as lamp_door_shut
    }
  }`);
});
