import { expect, test } from './support/test';

test('the whole lesson can be done with the keyboard alone', async ({ lesson, page }) => {
  await lesson.open();
  await page.keyboard.press('d');
  await expect(lesson.differs).toBeChecked();
  for (const step of [1, 2, 3, 4, 5, 6]) {
    await page.keyboard.press('ArrowRight');
    await lesson.expectAt(step);
  }
  await page.keyboard.press('ArrowLeft');
  await lesson.expectAt(5);
  await page.keyboard.press('ArrowRight');
  await lesson.expectAt(6);

  await lesson.investigation.getByRole('button', { name: 'Restore all' }).focus();
  await page.keyboard.press('Enter');
  await lesson.investigation.getByRole('button', { name: 'Run the training again' }).focus();
  await page.keyboard.press('Enter');
  await lesson.expectAt(5);
  await expect(lesson.cell(5, 'comparison')).toHaveText('Trust established');

  await page.keyboard.press('r');
  await lesson.expectAt(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('Tab reaches every control, visibly, and focus is never lost', async ({ lesson, page }) => {
  await lesson.open('?step=4');
  await lesson.expectAt(4);
  const names = new Set<string>();
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const styled = [element, element.closest('label, .steps')].some(
        (candidate) => candidate && getComputedStyle(candidate).outlineStyle !== 'none'
      );
      return {
        name:
          element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent,
        styled
      };
    });
    if (focused === null) break;
    expect(focused.styled, `${focused.name} shows that it has the focus`).toBe(true);
    names.add((focused.name ?? '').replace(/\s+/g, ' ').trim());
  }
  for (const name of [
    'Next step',
    'Previous step',
    'Play',
    'Reset',
    'Step',
    'Speed',
    'Environment differs',
    'Check answer'
  ]) {
    expect([...names], name).toContain(name);
  }
  await lesson.next.focus();
  await page.keyboard.press('Enter');
  await lesson.expectAt(5);
  await expect(lesson.next).toBeFocused();
  await page.keyboard.press('Enter');
  await lesson.expectAt(5);
});

test('keys are left alone where they mean something else', async ({ lesson, page }) => {
  await lesson.open();
  await lesson.slider.focus();
  await page.keyboard.press('ArrowRight');
  await lesson.expectAt(1);
  await page.getByRole('combobox', { name: 'Speed' }).focus();
  await page.keyboard.press('d');
  await expect(lesson.differs).not.toBeChecked();
  await page.keyboard.press('Escape');
  await lesson.next.focus();
  await page.keyboard.press('Control+d');
  await expect(lesson.differs).not.toBeChecked();
});

test('a question mark lists the keys, and Escape puts the list away', async ({ lesson, page }) => {
  await lesson.open();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toContainText('next step');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await lesson.expectAt(0);
  await page.getByRole('button', { name: 'Keys' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
});
