export type { AdviceKind, DriftCard, DriftWords } from './drift-words';
/** The drifts' cards stand apart from `lesson`, because they are loaded with the Lab only. */
export { catalogueWords } from './en/lab/catalogue';
export { labFields } from './en/lab-fields';
