/** The stories of the drifts stand apart from `lesson`: they are loaded with the choice and the investigation. */
export { driftStories } from './en/lesson/drift-stories';
