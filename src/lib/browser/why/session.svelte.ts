import { replaceState } from '$app/navigation';
import { judge } from '../../receipt';
import { BELIEFS, CLAIMS, type Belief, type Judged } from '../../views/why/evidence';
import { FIGURES, isGuess, type FigureId } from '../../views/why/figures';
import { readWay, wayAddress, type Takes } from '../../views/way-address';
import { RunTrainer, watchedPace } from '../run-trainer.svelte';

type Parameter = 'believe' | FigureId;

const isBelief = (value: string): value is Belief => (BELIEFS as readonly string[]).includes(value);

const TAKES: Takes<Parameter> = {
  believe: isBelief,
  ...(Object.fromEntries(
    FIGURES.map((figure) => [figure.id, (value: string) => isGuess(figure, value)])
  ) as Record<FigureId, (value: string) => boolean>)
};

/** Milliseconds that an epoch rests, so that both trainings take about two seconds. */
const PACE = 9;

/** One visit to the case of the two numbers: what is believed and guessed, and both trainings. */
export class WhySession {
  readonly trainer = new RunTrainer();
  belief = $state<Belief | null>(null);
  guesses = $state.raw<Readonly<Partial<Record<FigureId, number>>>>({});
  addressProblem = $state<string | null>(null);

  /** Both claims with the runs that were trained from them; empty before. */
  readonly judged: readonly Judged[] = $derived(
    (this.trainer.runsOf('both') ?? []).map(({ record }, index) => ({
      record,
      verdict: judge([CLAIMS.first, CLAIMS.second][index]!, record)
    }))
  );

  /** Takes up what the address says. Returns what ends the session. */
  open(): () => void {
    const { values, problem } = readWay(location.search, TAKES);
    this.addressProblem = problem;
    this.guesses = Object.fromEntries(
      FIGURES.flatMap(({ id }) => (values[id] === undefined ? [] : [[id, Number(values[id])]]))
    );
    if (values.believe !== undefined && isBelief(values.believe)) this.believe(values.believe);
    return () => this.trainer.stop();
  }

  /** Says which number is believed; the first answer sets off both trainings. */
  believe(belief: Belief): void {
    const isFirst = this.belief === null;
    this.belief = belief;
    if (isFirst) this.train();
  }

  train = (): void =>
    void this.trainer.train([CLAIMS.first.manifest, CLAIMS.second.manifest], 'both', watchedPace(PACE));

  guess(id: FigureId, value: number): void {
    this.guesses = { ...this.guesses, [id]: value };
  }

  /** Keeps the address in step; to be called in an effect, once the router is ready. */
  followAddress(): void {
    const guesses = FIGURES.map(({ id }) => [id, this.guesses[id]?.toString() ?? null] as const);
    const search = wayAddress(location.search, TAKES, {
      believe: this.belief,
      ...Object.fromEntries(guesses)
    });
    if (search !== location.search) replaceState(`${location.pathname}${search}${location.hash}`, {});
  }
}
