/** What follows the run below the stage. Its words stand apart from `lesson`: they are loaded with it. */
export { code } from './en/lesson/code';
export { tracker } from './en/lesson/tracker';
