import type { BrowserContext, Page } from '@playwright/test';
import { Lab, type LabPart } from './support/lab';
import { Lesson } from './support/lesson';
import { fragmentOf, trueReceipt } from './support/receipts';
import { expect, test } from './support/test';
import { expectSameTexts, translate } from './support/translator';
import { Verifier } from './support/verifier';

type Act = (page: Page) => Promise<unknown>;

/** When the translator comes. */
type Arrival = 'from the first word on' | 'once the page is alive';

/**
 * A page and its translations, side by side.
 * @returns what does something on all of them, and holds each translation to the page.
 */
async function openSideBySide(context: BrowserContext, arrivals: readonly Arrival[], open: Act) {
  const plain = await context.newPage();
  await open(plain);
  const translations: { readonly arrival: Arrival; readonly page: Page }[] = [];
  for (const arrival of arrivals) {
    const page = await context.newPage();
    if (arrival === 'from the first word on') await page.addInitScript(translate);
    await open(page);
    if (arrival === 'once the page is alive') await page.evaluate(translate);
    translations.push({ arrival, page });
  }
  const expectSame = async (state: string) => {
    for (const { arrival, page } of translations)
      await expectSameTexts(plain, page, `${state}, translated ${arrival}`);
  };
  await expectSame('opened');
  return async (state: string, act: Act) => {
    await test.step(state, async () => {
      for (const page of [plain, ...translations.map(({ page }) => page)]) await act(page);
      await expectSame(state);
    });
  };
}

test('the lesson says the same under a translator, whenever it comes', async ({ context }) => {
  const walk = await openSideBySide(
    context,
    ['from the first word on', 'once the page is alive'],
    async (page) => {
      const lesson = new Lesson(page);
      await lesson.open();
      await lesson.expectAllLoaded();
    }
  );
  const onLesson = (state: string, act: (lesson: Lesson) => Promise<unknown>) =>
    walk(state, (page) => act(new Lesson(page)));

  for (const step of [1, 2, 3, 4, 5]) await onLesson(`match, step ${step}`, (lesson) => lesson.walkTo(step));
  await onLesson('back again', (lesson) => lesson.goTo(3));
  await onLesson('the environment differs', (lesson) => lesson.differs.check());
  await onLesson('predicted', (lesson) => lesson.answer('Match').click());
  for (const step of [4, 5, 6]) await onLesson(`mismatch, step ${step}`, (lesson) => lesson.goTo(step));
  await onLesson('restored', (lesson) => lesson.restore('environment', 'l2'));
  await onLesson('run again', (lesson) => lesson.runAgain());
  await onLesson('two differ', (lesson) => lesson.choose('library default', 'random seed'));
  await onLesson('compared', (lesson) => lesson.goTo(5));
  await onLesson('a penguin is looked at', (lesson) => lesson.tally().first().focus());
  await onLesson('reset', (lesson) => lesson.reset.click());

  const answer = async (lesson: Lesson, question: number, option: string) => {
    const list = lesson.quiz.getByRole('list').first();
    await list.getByRole('button').nth(question).click();
    await lesson.quiz.getByRole('radio', { name: option }).check();
    await lesson.quiz.getByRole('button', { name: 'Check answer' }).click();
  };
  await onLesson('quiz: right', (lesson) => answer(lesson, 0, '85%'));
  await onLesson('quiz: wrong', (lesson) => answer(lesson, 1, 'Step 1'));
  await onLesson('quiz: hint', (lesson) => lesson.quiz.getByRole('button', { name: 'Show hint' }).click());
  await onLesson('quiz: second round', (lesson) =>
    lesson.quiz.getByRole('button', { name: 'Go on to the second round' }).click()
  );
  await onLesson('quiz: marked by training', async (lesson) => {
    await lesson.quiz.getByRole('checkbox').nth(3).check();
    await lesson.quiz.getByRole('button', { name: 'Check answer' }).click();
    await expect(lesson.quiz.getByRole('table')).toBeVisible();
  });
  await onLesson('take it home', async (lesson) => {
    await lesson.goTo(1);
    await lesson.button('Take it home: Then').click();
    await expect(lesson.page.getByRole('dialog')).toBeVisible();
  });
  await onLesson('taken home', async (lesson) => {
    await lesson.page.keyboard.press('Escape');
    await expect(lesson.page.getByRole('dialog')).toHaveCount(0);
  });
});

/** What each part of the Lab is made to do, until it rests again. */
const PARTS: Record<LabPart, Act> = {
  compare: (page) => new Lab(page).tolerance.press('ArrowRight'),
  cause: async (page) => {
    const lab = new Lab(page);
    await lab.find().click();
    await lab.expectCauses('code.l2');
  },
  bits: (page) => expect(new Lab(page).growth).toContainText('After epoch'),
  browser: async (page) => {
    await new Lab(page).button('Test this browser').click();
    await expect(page.getByText('Done. The results are below.')).toBeVisible();
  },
  leak: async (page) => {
    const lab = new Lab(page);
    await lab.button('Train both recipes').click();
    await expect(lab.button('Train them again')).toBeEnabled();
    await lab.button('Draw fresh exams').click();
    await expect(lab.button('Draw them again')).toBeEnabled({ timeout: 60_000 }); // 60 trainings
  },
  spread: async (page) => {
    await page.getByLabel('How many runs').fill('20');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByText('Done: 20 runs.')).toBeVisible();
  }
};

/** The parts that go by what is chosen beside them. */
const SET_UP: readonly LabPart[] = ['compare', 'cause', 'bits'];

test('the Lab says the same under a translator, in all its parts', async ({ context }) => {
  const walk = await openSideBySide(context, ['from the first word on'], async (page) => {
    const lab = new Lab(page);
    await lab.open();
    await lab.expectVerdict('Identical: 85% then, 85% later');
  });
  const onLab = (state: string, act: (lab: Lab) => Promise<unknown>) =>
    walk(state, (page) => act(new Lab(page)));
  const differ = async (lab: Lab) => {
    await lab.drift('library default').check();
    await expect(lab.undo).toBeEnabled();
  };
  const undo = async (lab: Lab) => {
    await lab.undo.click();
    await expect(lab.drift('library default')).not.toBeChecked();
  };

  for (const [part, act] of Object.entries(PARTS) as [LabPart, Act][]) {
    await onLab(`${part}: shown`, (lab) => lab.show(part));
    if (SET_UP.includes(part)) await onLab(`${part}: something differs`, differ);
    await walk(`${part}: done`, act);
    if (SET_UP.includes(part)) await onLab(`${part}: undone`, undo);
  }
  await onLab('a mismatch', async (lab) => {
    await lab.show('compare');
    await differ(lab);
    await lab.expectVerdict('Mismatch: 85% then, 71% later');
  });
  await onLab('and a match again', async (lab) => {
    await undo(lab);
    await lab.expectVerdict('Identical');
  });
});

test('the verifier says the same under a translator', async ({ context }) => {
  const honest = trueReceipt();
  const forged = { ...trueReceipt({ learningRate: 5 }), manifest: honest.manifest };
  const walk = await openSideBySide(context, ['from the first word on'], (page) =>
    new Verifier(page).visit(fragmentOf(honest))
  );
  const onVerifier = (state: string, act: (verifier: Verifier) => Promise<unknown>) =>
    walk(state, (page) => act(new Verifier(page)));

  await onVerifier('it holds', (verifier) => verifier.expectVerdict('Identical'));
  await onVerifier('refused', (verifier) => verifier.pasteText('not a receipt'));
  await onVerifier('another is opened', (verifier) => verifier.pasteText(JSON.stringify(forged)));
  await onVerifier('it does not hold', (verifier) => verifier.expectVerdict('79%'));
});
