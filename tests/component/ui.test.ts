import { createRawSnippet } from 'svelte';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Icon from '$lib/components/ui/Icon.svelte';
import Later from '$lib/components/ui/Later.svelte';
import Notice from '$lib/components/ui/Notice.svelte';
import Panel from '$lib/components/ui/Panel.svelte';
import Tooltip from '$lib/components/ui/Tooltip.svelte';

const html = (markup: string) => createRawSnippet(() => ({ render: () => markup }));

describe('a panel', () => {
  const children = html('<p>content</p>');

  it('is a region named by its heading, with its content', () => {
    render(Panel, { title: 'Title', id: 'target', children });
    const region = screen.getByRole('region', { name: 'Title' });
    expect(within(region).getByRole('heading', { level: 2, name: 'Title' })).toBeInTheDocument();
    expect(region).toHaveTextContent('content');
    expect(region).toHaveAttribute('id', 'target');
  });

  it('goes on in words that are not part of its name', () => {
    render(Panel, { title: 'Title', titleRest: ', and more', children });
    expect(screen.getByRole('heading')).toHaveTextContent('Title, and more');
    expect(screen.getByRole('region')).toHaveAccessibleName('Title');
  });

  it('holds something beside its heading', () => {
    render(Panel, { title: 'Title', aside: html('<p>beside</p>'), children });
    expect(screen.getByText('beside').closest('header')).toContainElement(screen.getByRole('heading'));
  });

  it('is told apart from another of the same page', () => {
    render(Panel, { title: 'One', children });
    render(Panel, { title: 'Two', children });
    expect(screen.getByRole('region', { name: 'One' })).not.toBe(screen.getByRole('region', { name: 'Two' }));
  });
});

describe('a tooltip', () => {
  const trigger = createRawSnippet<[string]>((id) => ({
    render: () => `<button aria-describedby="${id()}">Trigger</button>`
  }));

  function show() {
    render(Tooltip, { text: 'What it explains', trigger });
    render(Tooltip, { text: 'Another', trigger });
    return userEvent.setup();
  }

  const button = () => screen.getAllByRole('button', { name: 'Trigger' })[0]!;
  const tip = () => screen.getByText('What it explains');
  /** The styles hide the words inside what is dismissed. */
  const dismissed = () => tip().closest('.dismissed') !== null;

  it('describes its trigger, and no other', () => {
    show();
    const [one, two] = screen.getAllByRole('button');
    expect(one).toHaveAccessibleDescription('What it explains');
    expect(two).toHaveAccessibleDescription('Another');
    expect(tip()).toHaveAttribute('role', 'tooltip');
  });

  it('stands with its trigger, so that the pointer can go from one to the other', () => {
    show();
    expect(tip().parentElement).toContainElement(button());
  });

  it('is taken away by Escape when it is only pointed at, until it is pointed at again', async () => {
    const user = show();
    await user.hover(button());
    await user.keyboard('{Escape}');
    expect(document.body).toHaveFocus();
    expect(dismissed()).toBe(true);
    await user.unhover(button());
    await user.hover(button());
    expect(dismissed()).toBe(false);
  });

  it('is taken away by Escape, which keeps the focus where it was', async () => {
    const user = show();
    await user.tab();
    expect(dismissed()).toBe(false);
    await user.keyboard('a');
    expect(dismissed()).toBe(false);
    await user.keyboard('{Escape}');
    expect(dismissed()).toBe(true);
    expect(button()).toHaveFocus();
    expect(screen.getByText('Another').closest('.dismissed')).toBeNull();
  });

  it('comes back with the focus', async () => {
    const user = show();
    await user.tab();
    await user.keyboard('{Escape}');
    await user.tab();
    await user.tab({ shift: true });
    expect(button()).toHaveFocus();
    expect(dismissed()).toBe(false);
  });

  it('comes back with the pointer', async () => {
    const user = show();
    await user.click(button());
    await user.keyboard('{Escape}');
    expect(dismissed()).toBe(true);
    await user.hover(document.body);
    await user.hover(button());
    expect(dismissed()).toBe(false);
  });

  it('lines up with either edge of its trigger, on narrow screens with another one', () => {
    render(Tooltip, { text: 'Words', align: 'end', alignNarrow: 'start', trigger });
    expect(screen.getByText('Words')).toHaveClass('end', 'narrow-start');
    render(Tooltip, { text: 'Others', align: 'end', trigger });
    expect(screen.getByText('Others')).toHaveClass('end', 'narrow-end');
  });
});

describe('a notice', () => {
  it('says something, with one thing to do about it', async () => {
    const onaction = vi.fn();
    render(Notice, { children: html('<span>What is wrong</span>'), action: 'Dismiss', onaction });
    expect(screen.getByText('What is wrong')).toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(onaction).toHaveBeenCalledOnce();
  });
});

describe('an icon', () => {
  it('is never the only bearer of a meaning', () => {
    const { container } = render(Icon, { name: 'check' });
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('what is loaded later', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const children = createRawSnippet<[string]>((loaded) => ({ render: () => `<p>${loaded()}</p>` }));

  /** Lets the page become idle, and what was asked for arrive. */
  const idle = () => vi.advanceTimersByTimeAsync(3000);

  it('is asked for once the page has nothing better to do', async () => {
    const load = vi.fn(() => Promise.resolve('It is here.'));
    render(Later<string>, { load, children });
    expect(load).not.toHaveBeenCalled();
    await idle();
    expect(load).toHaveBeenCalledOnce();
    expect(screen.getByText('It is here.')).toBeInTheDocument();
  });

  it('is not asked for when the page has gone by then', async () => {
    const load = vi.fn(() => Promise.resolve(''));
    render(Later<string>, { load, children }).unmount();
    await idle();
    expect(load).not.toHaveBeenCalled();
  });

  it('says when it could not be loaded, and can be asked for again', async () => {
    const load = vi.fn(() => Promise.resolve('It is here.'));
    load.mockRejectedValueOnce(new Error('offline'));
    render(Later<string>, { load, children });
    await idle();
    expect(screen.getByText(/^This part could not be loaded: .*Reload the page/)).toBeInTheDocument();
    screen.getByRole('button', { name: 'Load it again' }).click();
    await idle();
    expect(load).toHaveBeenCalledTimes(2);
    expect(screen.getByText('It is here.')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
