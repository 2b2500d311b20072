import { createMachine, type setup as setupOfXState } from 'xstate';

/**
 * `setup` of XState, to which its types belong, with what is used of it here: through the original all actions of
 * XState come along, and take a kilobyte of the first page. An action is imported by whoever uses it.
 */
export const setup = (({ schemas, ...implementations }: { schemas?: unknown }) => ({
  createMachine: (config: object) => createMachine({ ...config, schemas } as never, implementations as never),
  createStateConfig: (config: object) => config
})) as unknown as typeof setupOfXState;
