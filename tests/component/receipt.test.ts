import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import TakeHome from '$lib/components/receipt/TakeHome.svelte';
import { BASELINE } from '$lib/experiment';
import { readLink } from '$lib/receipt';
import { realRun } from '../unit/machine/fake-trainer';

const { record } = realRun(BASELINE);
const onclose = vi.fn();
const show = (prediction?: 'match') => render(TakeHome, { run: { record, prediction }, onclose });
const button = (name: string) => screen.getByRole('button', { name });
const link = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to the receipt' });

describe('taking a run home', () => {
  it('is a dialog with a whole link to the receipt', () => {
    show('match');
    expect(screen.getByRole('dialog', { name: 'Take this run home' })).toHaveTextContent(
      'It carries your prediction: match.'
    );
    const { href, pathname } = new URL(link().value);
    expect(pathname).toMatch(/\/verify\/$/);
    expect(readLink(href)).toMatchObject({ ok: true, value: { prediction: 'match' } });
    expect(screen.getByRole('link', { name: 'Verify it here' })).toHaveAttribute('href', href);
  });

  it('says that the link was copied', async () => {
    const user = userEvent.setup(); // brings a clipboard
    show();
    await user.click(button('Copy link'));
    expect(await screen.findByText('Copied')).toHaveAttribute('role', 'status');
    expect(await navigator.clipboard.readText()).toBe(link().value);
  });

  it('selects the link where the clipboard is refused', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    show();
    await user.click(button('Copy link'));
    await screen.findByText(/This page may not use the clipboard/);
    expect(link()).toHaveFocus();
    expect([link().selectionStart, link().selectionEnd]).toEqual([0, link().value.length]);
  });

  it('offers to share only where the platform can', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
  });

  it('hands the link to the share sheet, and takes a no', async () => {
    const share = vi.fn(() => Promise.reject(new DOMException('no', 'AbortError')));
    vi.stubGlobal(
      'navigator',
      Object.create(navigator, { share: { value: share }, userAgent: { value: 'jsdom' } })
    );
    show();
    await userEvent.setup().click(button('Share'));
    expect(share).toHaveBeenCalledWith({ title: 'A Retrace receipt: 85%', url: link().value });
  });

  it('puts the bundle together when it is asked for', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
        revokeObjectURL: () => {}
      })
    );
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    show();
    await userEvent.setup().click(button('Download bundle'));
    const name = `retrace-${record.digest.slice(0, 8)}.zip`;
    await waitFor(() => expect(screen.getByText(`Handed to your downloads as ${name}.`)).toBeVisible());
    expect((clicked.mock.instances[0] as HTMLAnchorElement | undefined)?.download).toBe(name);
    expect(saved[0]?.size).toBeGreaterThan(10_000);
  });

  it('closes', async () => {
    show();
    await userEvent.setup().click(button('Close'));
    expect(onclose).toHaveBeenCalledOnce();
  });
});
