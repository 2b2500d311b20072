/** Apart from `lesson`, whose place in the first page's chunk it would change. */
export { noPage } from './en/no-page';
