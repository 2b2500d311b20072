import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import ConceptSnapshot from '$lib/components/lesson/reading/ConceptSnapshot.svelte';
import KeyMoments from '$lib/components/lesson/reading/KeyMoments.svelte';
import Transcript from '$lib/components/lesson/reading/Transcript.svelte';
import type { Step } from '$lib/lesson';
import { moments, snapshot, transcript } from '$lib/lesson/reading';

describe('the key moments', () => {
  const region = () => screen.getByRole('region', { name: 'Key moments' });
  const questions = () => [...region().querySelectorAll('summary')];
  const item = (index: number) => questions()[index]!.closest('details')!;

  function show(ongo: (step: Step) => void = () => {}) {
    render(KeyMoments, { differs: true, ongo });
    return userEvent.setup();
  }

  it('are a region that asks three questions, and keeps the answers', () => {
    show();
    expect(region()).toHaveAttribute('id', 'why');
    expect(within(region()).getAllByRole('listitem')).toHaveLength(3);
    for (const [index, { question, answer }] of moments.items.entries()) {
      expect(within(questions()[index]!).getByText(question)).toBeVisible();
      expect(screen.getByText(answer)).not.toBeVisible();
    }
  });

  it('open and close, each by itself', async () => {
    const user = show();
    await user.click(questions()[1]!);
    expect(screen.getByText(moments.items[1].answer)).toBeVisible();
    expect(screen.getByText(moments.items[0].answer)).not.toBeVisible();
    await user.click(questions()[1]!);
    expect(screen.getByText(moments.items[1].answer)).not.toBeVisible();
  });

  it('say their step for the eye only, since the button names it', () => {
    show();
    for (const [index, { step }] of moments.items.entries()) {
      expect(within(questions()[index]!).getByText(`step ${step}`)).toHaveAttribute('aria-hidden', 'true');
    }
  });

  it.each([0, 1, 2])('lead to their step: moment %i', async (index) => {
    const ongo = vi.fn();
    const user = show(ongo);
    await user.click(questions()[index]!);
    const { step } = moments.items[index]!;
    await user.click(within(item(index)).getByRole('button', { name: `Go to step ${step}` }));
    expect(ongo).toHaveBeenCalledExactlyOnceWith(step);
  });

  it('say that the way to the investigation lets something differ, as long as nothing does', async () => {
    const { rerender } = render(KeyMoments, { differs: false, ongo: () => {} });
    const names = () => [...region().querySelectorAll('button')].map(({ textContent }) => textContent.trim());
    expect(names()).toEqual(['Go to step 2', 'Go to step 6, letting the environment differ', 'Go to step 5']);
    await rerender({ differs: true });
    expect(names()).toEqual(['Go to step 2', 'Go to step 6', 'Go to step 5']);
  });
});

describe('the concept snapshot', () => {
  it('is a region with the five points to remember', () => {
    render(ConceptSnapshot);
    const region = screen.getByRole('region', { name: 'Concept snapshot' });
    expect(region).toHaveAttribute('id', 'review');
    const points = within(region).getAllByRole('listitem');
    expect(points.map(({ textContent }) => textContent.trim())).toEqual(snapshot.points);
    expect(points).toHaveLength(5);
  });
});

describe('the transcript', () => {
  it('is a region with the whole lesson in words, to be read without opening anything', () => {
    render(Transcript);
    const region = screen.getByRole('region', { name: 'Transcript' });
    for (const text of [transcript.intro, ...transcript.paragraphs, transcript.honesty]) {
      expect(region).toHaveTextContent(text);
    }
  });

  it('keeps the order of the lesson, and puts the caveat under a heading of its own', () => {
    render(Transcript);
    const region = screen.getByRole('region', { name: 'Transcript' });
    expect([...region.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      transcript.intro,
      ...transcript.paragraphs,
      transcript.honesty
    ]);
    expect(within(region).getByRole('heading', { level: 3 })).toHaveTextContent(transcript.honestyTitle);
  });
});
