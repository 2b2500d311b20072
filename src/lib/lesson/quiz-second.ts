/** The words of the quiz's second round stand apart from those of the first: it is loaded when it is opened. */
export { quizSecond } from './en/lesson/quiz-second';
