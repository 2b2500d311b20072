import { replaceState } from '$app/navigation';
import {
  isAnswer,
  PAIRS,
  QUESTION_IDS,
  type Answers,
  type QuestionId,
  type Traces
} from '../../machine/deep/questions';
import { createLabClient, spawnLabWorker, type LabClient, type Trace } from '../../trainer/lab';
import { readWay, wayAddress, type Takes } from '../../views/way-address';
import { LabWork } from '../lab/work.svelte';

const TAKES = Object.fromEntries(
  QUESTION_IDS.map((id) => [id, (value: string) => isAnswer(id, value)])
) as Takes<QuestionId>;

/** One visit to the sum that is followed into a model: both pairs of runs, and what was answered. */
export class DeepSession {
  readonly work = new LabWork<Traces>();
  answers = $state.raw<Answers>({});
  addressProblem = $state<string | null>(null);
  #client: LabClient | null = null;

  /** Takes up what the address says, and trains. Returns what ends the session. */
  open(): () => void {
    const { values, problem } = readWay(location.search, TAKES);
    this.addressProblem = problem;
    this.answers = values as Answers;
    this.train();
    return () => {
      this.work.reset();
      this.#client?.dispose();
    };
  }

  answer = (id: QuestionId, value: string): void => {
    if (isAnswer(id, value)) this.answers = { ...this.answers, [id]: value };
  };

  /** Traces the pair at the lesson's learning rate, then the pair at the high one. */
  train = (): void =>
    void this.work.run(async (signal, report) => {
      const client = (this.#client ??= createLabClient(spawnLabWorker));
      const found: Partial<Record<keyof Traces, Trace>> = {};
      const rates = ['slow', 'fast'] as const;
      for (const [index, rate] of rates.entries()) {
        const { then, later } = PAIRS[rate];
        const answer = await client.trace(then, later, {
          signal,
          onProgress: ({ done, total }) => report({ done: index * total + done, total: rates.length * total })
        });
        if (!answer.ok) return answer;
        found[rate] = answer.value;
      }
      return { ok: true, value: found as Traces };
    });

  cancel = (): void => this.work.cancel();

  /** Keeps the address in step; to be called in an effect, once the router is ready. */
  followAddress(): void {
    const search = wayAddress(location.search, TAKES, this.answers);
    if (search !== location.search) replaceState(`${location.pathname}${search}${location.hash}`, {});
  }
}
