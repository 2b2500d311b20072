import type { Component, ComponentProps } from 'svelte';
import { render } from '@testing-library/svelte';
import type { LessonState } from '$lib/machine';
import type { LessonDriver } from '../../unit/machine/lesson-driver';

/**
 * Renders a component that follows a lesson, as the page has it follow.
 * @param propsOf what the component is given while the lesson stands as it does.
 */
// `any` as Svelte's own ComponentProps has it: a component may ask for any props at all.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function showLesson<C extends Component<any>>(
  component: C,
  lesson: LessonDriver,
  propsOf: (state: LessonState) => ComponentProps<C>
) {
  const shown = render(component, { props: propsOf(lesson.state) });
  lesson.actor.subscribe(() => void shown.rerender(propsOf(lesson.state)));
  return shown;
}
