/** The words of the way that follows one bit into a model. */
export { deep } from './en/deep/words';
