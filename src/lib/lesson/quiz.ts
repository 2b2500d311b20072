/** The words of the quiz stand apart from `lesson`, because the quiz is loaded after the first page. */
export { quiz } from './en/lesson/quiz';
