import { because } from '../experiment/reason';
import { parseDataset, type Dataset } from './dataset';
import {
  cancelled,
  failure,
  type Exchange,
  type Exchanges,
  type FromWorker,
  type Outcome,
  type RequestMessage,
  type ToWorker
} from './messages';
import { TrainingDiverged, TrainingRefused } from './refusal';

/** The worker's side of the channel: its global scope, or a test's stand-in. */
export interface TrainerPort<Requests extends Exchanges<Requests>> {
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker<Requests> }) => void): void;
  /** @param transfer what is handed over rather than copied. */
  postMessage(message: FromWorker<Requests>, transfer: Transferable[]): void;
}

/** Work that takes its time: a generator that reports, and returns what is answered. */
interface Steps<E extends Exchange> {
  readonly steps: Generator<E['progress'], E['output']>;
  /** Milliseconds to rest after each step; 0 rests only as often as it takes to hear a cancel. @default 0 */
  readonly pace?: number;
  /** Steps from rest to rest at full speed. @default 25 */
  readonly stepsBetweenRests?: number;
  /** What of the answer the worker may give away. @default nothing */
  readonly transfer?: (output: E['output']) => Transferable[];
}

/** What is done for one request: its answer at once, or steps that lead to it. */
type Job<E extends Exchange> = { readonly value: E['output'] } | Steps<E>;

/** What a worker does for each kind of request. */
export type Handlers<Requests extends Exchanges<Requests>> = {
  readonly [Name in keyof Requests]: (
    input: Requests[Name]['input'],
    dataset: Dataset
  ) => Job<Requests[Name]>;
};

/** Browsers stretch frequent timeouts to 4 ms, so full speed rests seldom. */
const STEPS_BETWEEN_RESTS = 25;

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function run<E extends Exchange>(
  { steps, pace = 0, stepsBetweenRests = STEPS_BETWEEN_RESTS }: Steps<E>,
  report: (report: E['progress']) => void,
  isWanted: () => boolean
): Promise<Outcome<E['output']>> {
  for (let step = 1; ; step++) {
    const next = steps.next();
    if (next.done) return { ok: true, value: next.value };
    report(next.value);
    if (pace > 0 || step % stepsBetweenRests === 0) await rest(pace);
    if (!isWanted()) return cancelled();
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const explain = (error: unknown) =>
  error instanceof TrainingDiverged
    ? failure('refused', error.reason, { diverged: true })
    : error instanceof TrainingRefused
      ? failure('refused', error.reason)
      : failure('broken', because('stopped', { words: wordsOf(error) }));

/**
 * Answers requests that arrive at a port, several at a time if need be. Whatever goes wrong is answered too.
 * @param csv the text of `penguins.csv`.
 */
export function serve<Requests extends Exchanges<Requests>>(
  port: TrainerPort<Requests>,
  csv: string,
  handlers: Handlers<Requests>
): void {
  const wanted = new Set<number>();
  let parsed: Dataset | undefined;
  const dataset = () => (parsed ??= parseDataset(csv));

  const post = (
    id: number,
    answer: Outcome<Requests[keyof Requests]['output']>,
    transfer: Transferable[] = []
  ): void => {
    wanted.delete(id);
    port.postMessage({ type: 'answer', id, answer }, transfer);
  };

  const answer = async ({ id, name, input }: RequestMessage<Requests>): Promise<void> => {
    const job = handlers[name](input, dataset());
    if ('value' in job) return post(id, { ok: true, value: job.value });
    const report = (report: Requests[keyof Requests]['progress']): void =>
      port.postMessage({ type: 'progress', id, report }, []);
    const outcome = await run(job, report, () => wanted.has(id));
    post(id, outcome, outcome.ok ? job.transfer?.(outcome.value) : []);
  };

  port.addEventListener('message', ({ data: message }) => {
    if (message.type === 'cancel') {
      wanted.delete(message.id);
      return;
    }
    wanted.add(message.id);
    answer(message).catch((error: unknown) => post(message.id, explain(error)));
  });
}
