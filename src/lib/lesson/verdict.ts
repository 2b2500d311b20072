/** What the verdict is told in stands apart from `lesson`, because the verdict is loaded after the first page. */
export { verdict } from './en/lesson/verdict';
