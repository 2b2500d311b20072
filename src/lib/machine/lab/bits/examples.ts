import type { LabSetup } from '../setup';

/** The same noise at the recorded learning rate and at one that blows it up; the lesson's drift, nothing else. */
export const BITS_EXAMPLES = [
  { id: 'slow', setup: { then: {}, drifts: ['gradient-chunks'], later: {} } },
  { id: 'fast', setup: { then: { 'code.learningRate': 5 }, drifts: ['gradient-chunks'], later: {} } }
] as const satisfies readonly { id: string; setup: LabSetup }[];
