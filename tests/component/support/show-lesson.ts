import type { Component } from 'svelte';
import { render } from '@testing-library/svelte';
import type { LessonState } from '$lib/machine/lesson';
import type { LessonDriver } from '../../unit/machine/lesson/driver';

/**
 * Renders a component that follows a lesson, as the page has it follow.
 * @param propsOf what the component is given while the lesson stands as it does.
 */
export function showLesson<Props extends object>(
  component: Component<Props>,
  lesson: LessonDriver,
  propsOf: (state: LessonState) => Props
) {
  // `render` cannot see through a generic component; its callers' props have been checked by then.
  const shown = render(component as Component, { props: propsOf(lesson.state) });
  lesson.actor.subscribe(() => void shown.rerender(propsOf(lesson.state)));
  return shown;
}
