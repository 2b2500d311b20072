/** Apart from `lesson`: only whoever opens receipts loads them. */
export { refusals } from './en/refusals';
