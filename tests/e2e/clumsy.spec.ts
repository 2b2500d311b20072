import { expect, test } from './support/test';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'no-preference' }));

test('double clicks and hurried clicks end in a whole step', async ({ lesson }) => {
  await lesson.open();
  await lesson.next.dblclick();
  await lesson.expectAt(2);
  for (let click = 0; click < 3; click++) await lesson.next.click();
  await lesson.expectAt(5);
  await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');
});

test('a key that is held down walks to the end and stays whole', async ({ lesson, page }) => {
  await lesson.open();
  for (let press = 0; press < 30; press++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await lesson.expectAt(5);
  for (let press = 0; press < 30; press++) await page.keyboard.down('d');
  await page.keyboard.up('d');
  await expect(lesson.differs).toBeChecked();
  await lesson.expectAgreement();
});

test('a training can be cancelled, stepped back from, reset and changed', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.next.click();
  await page.getByRole('button', { name: 'Cancel training' }).click();
  await lesson.expectAt(0);
  await lesson.next.click();
  await lesson.previous.click();
  await lesson.expectAt(0);
  await lesson.walkTo(3);
  await lesson.next.click();
  await lesson.differs.click();
  await lesson.expectAt(3);
  await lesson.next.click();
  await lesson.reset.click();
  await lesson.expectAt(0);
  await expect(lesson.differs).not.toBeChecked();
  await lesson.walkTo(5);
  await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');
});

test('the slider goes anywhere, and no further than the results allow', async ({ lesson }) => {
  await lesson.open();
  await lesson.slider.fill('4');
  await lesson.expectAt(4);
  await lesson.slider.fill('6');
  await lesson.expectAt(5);
  await lesson.slider.fill('1');
  await lesson.expectAt(1);
  await lesson.differs.click();
  await lesson.slider.fill('6');
  await lesson.expectAt(6);
});
