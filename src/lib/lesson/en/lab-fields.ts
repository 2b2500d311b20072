import { fields } from './fields';

/** Every field of a manifest in words, with those that only the Lab shows. */
export const labFields: Readonly<Record<string, string>> = {
  ...fields,
  'code.comment': 'comment',
  'environment.library': 'library version',
  'environment.host': 'host name',
  'environment.timeZone': 'time zone',
  'environment.user': 'user'
};
