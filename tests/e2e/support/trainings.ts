import type { Page } from '@playwright/test';

/**
 * The trainings of a page, and whatever else its worker takes time for, in the hands of a test, so that nothing
 * has to be seen before it is over.
 */
export interface Trainings {
  /**
   * From now on a training that has begun stays under way: its epochs are told, its end is kept back.
   * @param ends how many may still end before that. @default 0
   */
  hold(ends?: number): Promise<void>;
  /** What was kept back ends now, and trainings end by themselves again. */
  letGo(): Promise<void>;
  /** How many milliseconds each training was asked to rest after an epoch, in the order of asking. */
  paces(): Promise<number[]>;
}

interface Message {
  readonly type: string;
  readonly id: number;
  readonly name?: string;
  readonly input?: { readonly pace?: number };
}

/** Stands between the page and its workers; runs in the page, before anything else. */
function standBetween(): void {
  const { addEventListener, postMessage } = Worker.prototype;
  const asked = new WeakMap<Worker, Set<number>>();
  const paces: number[] = [];
  let kept: (() => void)[] | null = null;
  let mayEnd = 0;

  Worker.prototype.postMessage = function (message: Message) {
    const { type, id, name, input } = message;
    if (type === 'request' && name !== 'testSet') asked.set(this, (asked.get(this) ?? new Set()).add(id));
    if (input?.pace !== undefined) paces.push(input.pace);
    postMessage.call(this, message);
  };

  Worker.prototype.addEventListener = function (type: string, listener: EventListenerOrEventListenerObject) {
    addEventListener.call(this, type, (event) => {
      const { type: kind, id } = ((event as MessageEvent).data ?? {}) as Partial<Message>;
      const pass = () => (typeof listener === 'function' ? listener(event) : listener.handleEvent(event));
      const ends = kind === 'answer' && id !== undefined && asked.get(this)?.has(id);
      if (kept && ends && mayEnd-- <= 0) kept.push(pass);
      else pass();
    });
  };

  Object.assign(window, {
    trainings: {
      paces,
      hold: (ends: number) => {
        mayEnd = ends;
        kept ??= [];
      },
      letGo: () => {
        const ended = kept ?? [];
        kept = null;
        for (const pass of ended) pass();
      }
    }
  });
}

/** Takes the trainings of a page in hand; to be called before the page is opened. */
export async function takeTrainings(page: Page): Promise<Trainings> {
  await page.addInitScript(standBetween);
  return {
    hold: (ends = 0) => page.evaluate(`window.trainings.hold(${ends})`),
    letGo: () => page.evaluate('window.trainings.letGo()'),
    paces: () => page.evaluate<number[]>('window.trainings.paces')
  };
}
