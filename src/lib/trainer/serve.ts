import { parseDataset, type Dataset } from './dataset';
import {
  cancelled,
  failure,
  type Answer,
  type FromWorker,
  type RequestMessage,
  type ToWorker
} from './messages';
import type { EpochReport, TrainerRequests } from './protocol';
import { TrainingRefused } from './refusal';
import { describeTestSet } from './test-set';
import { trainEpochs } from './train';

/** The worker's side of the channel: its global scope, or a test's stand-in. */
export interface TrainerPort {
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker): void;
}

/** Browsers stretch frequent timeouts to 4 ms, so full speed rests seldom, but often enough to hear a cancel. */
const EPOCHS_BETWEEN_RESTS = 25;

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function trainPaced(
  { manifest, pace }: TrainerRequests['train']['input'],
  dataset: Dataset,
  report: (report: EpochReport) => void,
  isWanted: () => boolean
): Promise<Answer<'train'>> {
  const epochs = trainEpochs(manifest, dataset);
  for (let next = epochs.next(); ; next = epochs.next()) {
    if (next.done) return { ok: true, value: next.value };
    report(next.value);
    if (pace > 0 || next.value.epoch % EPOCHS_BETWEEN_RESTS === 0) await rest(pace);
    if (!isWanted()) return cancelled();
  }
}

const explain = (error: unknown) =>
  error instanceof TrainingRefused
    ? failure('refused', error.message)
    : failure('broken', `The trainer stopped: ${error instanceof Error ? error.message : String(error)}`);

/**
 * Answers requests that arrive at a port, several at a time if need be. Whatever goes wrong is answered too.
 * @param csv the text of `penguins.csv`.
 */
export function serve(port: TrainerPort, csv: string): void {
  const wanted = new Set<number>();
  let parsed: Dataset | undefined;
  const dataset = () => (parsed ??= parseDataset(csv));

  const answer = async (request: RequestMessage): Promise<Answer<'train' | 'testSet'>> => {
    const { id } = request;
    if (request.name === 'testSet') {
      return { ok: true, value: describeTestSet(request.input.manifest, dataset()) };
    }
    const report = (report: EpochReport) => port.postMessage({ type: 'progress', id, report });
    return trainPaced(request.input, dataset(), report, () => wanted.has(id));
  };

  port.addEventListener('message', ({ data: message }) => {
    const { id } = message;
    if (message.type === 'cancel') {
      wanted.delete(id);
      return;
    }
    wanted.add(id);
    void answer(message)
      .catch(explain)
      .then((answer) => {
        wanted.delete(id);
        port.postMessage({ type: 'answer', id, answer });
      });
  });
}
