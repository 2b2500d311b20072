import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import KeysDialog from '$lib/components/lesson/control-bar/KeysDialog.svelte';

const button = (name: string) => screen.getByRole('button', { name });

describe('the list of keys', () => {
  const dialog = () => screen.queryByRole('dialog', { name: 'Keys' });
  const showKeys = (onclose = () => {}) =>
    render(KeysDialog, { letters: true, onletters: () => {}, onclose });

  it('is modal, named, and lists what each key does', () => {
    const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
    showKeys();
    expect(showModal).toHaveBeenCalledOnce();
    expect(dialog()).toBeVisible();
    const listed = within(dialog()!)
      .getAllByRole('term')
      .map(({ textContent }) => textContent.trim());
    expect(listed).toEqual(['→PgDn', '←PgUp', 'space', 'R', 'D', '?']);
    expect(dialog()!.querySelectorAll('kbd')).toHaveLength(8);
    expect(within(dialog()!).getAllByRole('definition')[1]).toHaveTextContent('previous step');
  });

  it('lets letters and signs be switched off, and on again', async () => {
    const onletters = vi.fn();
    render(KeysDialog, { letters: true, onletters, onclose: () => {} });
    const box = screen.getByRole('checkbox', { name: 'Use the keys R, D and ?' });
    expect(box).toBeChecked();
    expect(box).toHaveAccessibleDescription(/^Switch them off/);
    await userEvent.setup().click(box);
    await userEvent.setup().click(box);
    expect(onletters.mock.calls).toEqual([[false], [true]]);
  });

  it('is open as long as it is there, and closed before it tells', async () => {
    const seen: (HTMLElement | null)[] = [];
    const { unmount } = showKeys(() => void seen.push(dialog()));
    expect(dialog()).toBeVisible();
    await userEvent.setup().click(button('Close'));
    expect(seen).toEqual([null]);
    unmount();
    expect(dialog()).toBeNull();
  });

  it('tells that it was closed by its button', async () => {
    const onclose = vi.fn();
    showKeys(onclose);
    await userEvent.setup().click(button('Close'));
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('tells that the browser closed it, as Escape does', () => {
    const onclose = vi.fn();
    showKeys(onclose);
    document.querySelector('dialog')?.close();
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('can be closed by a click beside it', () => {
    showKeys();
    expect(dialog()).toHaveAttribute('closedby', 'any');
  });
});
