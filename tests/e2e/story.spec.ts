import { expectSeen } from './support/stage';
import { expect, test } from './support/test';

const [WIDE, LOW, PHONE] = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 }
];

for (const viewport of [WIDE, LOW, PHONE]) {
  const isPhone = viewport === PHONE;

  test.describe(`at ${viewport.width} × ${viewport.height} what a step is about is in view after each press:`, () => {
    test.use({ viewport });

    test('from the stake to a match, to a mismatch, its cause, and trust', async ({ lesson }) => {
      const { narration, column, frame, verdict } = {
        narration: lesson.narration,
        column: lesson.runs.locator('.column'),
        frame: (run: 'then' | 'later') => lesson.frame(run),
        verdict: lesson.verdict
      };
      const maps = isPhone ? { 'the map': frame('then') } : { then: frame('then'), later: frame('later') };

      await lesson.open();
      await expectSeen(lesson, {
        narration,
        ...maps,
        'the figure at stake': column.getByText('over 70%'),
        'its source': column.getByText('Nature 2016'),
        'what is trained': column.getByText('233 teach it and 100 test it')
      });

      await lesson.goOn();
      await expect(narration).toContainText('85 of 100');
      await expect(lesson.map('then').locator('.border')).toHaveCount(1);
      await expectSeen(lesson, {
        narration,
        ...maps,
        accuracy: isPhone ? lesson.page.locator('.choice .then') : lesson.run('then').locator('.figure'),
        fingerprint: lesson.run('then').getByRole('img', { name: /^Fingerprint/ }),
        'what a fingerprint is': column.getByText('One model, one fingerprint')
      });

      await lesson.goOn();
      await expectSeen(lesson, {
        narration,
        'the case on the rail': lesson.flow.getByRole('list', { name: 'What the first run is made of' }),
        'the case to pack': lesson.packing,
        code: lesson.packing.getByText('Code'),
        environment: lesson.packing.getByText('Environment')
      });

      await lesson.goOn();
      await expectSeen(lesson, {
        narration,
        ...maps,
        'the case that arrives': lesson.flow.getByRole('list', { name: 'What the re-run is made of' }),
        question: lesson.question,
        match: lesson.answer('Match'),
        mismatch: lesson.answer('Mismatch')
      });
      await lesson.answer('Match').click();

      await lesson.goOn();
      await expectSeen(lesson, {
        narration,
        'the map of the re-run': frame('later'),
        accuracy: isPhone ? lesson.page.locator('.choice .later') : lesson.run('later').locator('.figure'),
        'what comes next': column.getByText('Compare the two')
      });

      await lesson.goOn();
      await expect(verdict).toHaveAttribute('data-verdict', 'identical');
      await expectSeen(lesson, {
        narration,
        ...maps,
        sign: verdict.locator('.sign'),
        figure: verdict.getByText('0 of 100'),
        'both fingerprints': lesson.run('later').getByRole('img', { name: /^Fingerprint/ })
      });

      await lesson.primary.click();
      await lesson.expectStep(3);
      await expectSeen(lesson, {
        narration,
        'what differs': lesson.driftedChips(),
        'the question anew': lesson.question,
        mismatch: lesson.answer('Mismatch')
      });

      await lesson.goOn();
      await expectSeen(lesson, {
        narration,
        'the map of the re-run': frame('later'),
        'what to do': column.getByText('Compare the two')
      });

      await lesson.goOn();
      await expect(verdict).toHaveAttribute('data-verdict', 'mismatch');
      await expect(lesson.map('then').locator('.hatched')).toHaveCount(1);
      await expectSeen(lesson, {
        narration,
        ...maps,
        sign: verdict.locator('.sign'),
        figure: verdict.getByText('28 of 100'),
        'what became of them': isPhone ? verdict.getByText('21 became wrong') : lesson.tally().last()
      });
      for (const told of [verdict, narration])
        await expect(told).not.toContainText(/library|default|\bl2\b|0\.01/);

      await lesson.goOn();
      await expectSeen(lesson, {
        narration,
        code: lesson.head('code'),
        data: lesson.head('data'),
        environment: lesson.head('environment')
      });
      await expect(lesson.investigation, 'nothing is given away').not.toContainText('≠');

      await lesson.openPart('code');
      await expectSeen(lesson, {
        'that code is equal': lesson.part('code').getByText('Equal: not the cause')
      });
      await lesson.openPart('environment');
      await expectSeen(lesson, {
        'the finding': lesson.investigation.locator('[data-cause]').getByText('l2', { exact: true }),
        'put back': lesson.putBack('l2')
      });

      await lesson.putBack('l2').click();
      await expectSeen(lesson, { 'what was put back': lesson.button('Undo: l2'), narration });
      await expect(lesson.narration).toContainText('All is as it was saved again');

      await lesson.runAgain();
      await expect(verdict).toHaveAttribute('data-verdict', 'identical');
      await expectSeen(lesson, {
        narration,
        ...maps,
        sign: verdict.locator('.sign'),
        figure: verdict.getByText('0 of 100'),
        'a case': verdict.getByRole('link', { name: 'A case to solve' }),
        'the quiz': verdict.getByRole('link', { name: 'The quiz' })
      });
      await expect(lesson.bar.getByRole('link', { name: 'A thousand re-runs' })).toBeInViewport();
    });

    test('nothing of step 4 is told at step 3', async ({ lesson }) => {
      await lesson.open('?step=3&drifts=library-default');
      await lesson.expectStep(3);
      await expect(lesson.question).toBeVisible();
      await expect(lesson.verdict).toHaveCount(0);
      await expect(lesson.run('later')).not.toContainText('%');
      await expect(lesson.page.locator('.choice .later')).not.toContainText('%');
      await expect(lesson.stage).not.toContainText('71');
      await expect(lesson.flips('then')).toHaveCount(0);
      await expect(lesson.run('later').getByRole('img')).toHaveCount(0);
      await expect(lesson.ledger.getByRole('definition')).toHaveText(['Env v2 loaded', 'N/A', 'N/A']);
    });

    test.describe('with motion', () => {
      test.use({ motion: 'no-preference' });

      test('each training is seen, and so is the comparison', async ({ lesson, trainings }) => {
        await lesson.open('?drifts=library-default');
        for (const [step, run] of [
          [1, 'then'],
          [4, 'later']
        ] as const) {
          if (step === 4) await lesson.goTo(3);
          await trainings.hold();
          await lesson.primary.click();
          const counter = isPhone
            ? lesson.page.locator(`.choice .${run}`)
            : lesson.run(run).getByText(/^epoch [1-9]/);
          await expect(counter).toContainText(/[1-9]/);
          await expect(lesson.map(run).locator('.border')).toHaveCount(1);
          await expectSeen(lesson, {
            'the counter of epochs': counter,
            'the border that bends': lesson.frame(run),
            'how far it is': lesson.run(run).getByRole('progressbar'),
            'the way out': lesson.button('Cancel training')
          });
          await trainings.letGo();
          await lesson.expectStep(step);
        }
        await lesson.stopTime();
        await lesson.primary.click();
        await expect(lesson.map('then').locator('.guest')).toHaveCount(1);
        await expect(lesson.verdict).toHaveCount(0);
        await expectSeen(lesson, {
          'the border laid over': lesson.frame('then'),
          narration: lesson.narration
        });
      });
    });
  });
}
