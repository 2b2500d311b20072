export type { AdviceKind, CatalogueEntry, DriftCard } from './catalogue-entry';
/** The drifts of the Lab and their cards stand apart from `lesson`, because they are loaded with the Lab only. */
export { catalogue, PAIR } from './en/catalogue';
export { labFields } from './en/lab-fields';
