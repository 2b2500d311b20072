/**
 * The entry of a list at a place that its reader knows to be in it, where no type can say so.
 * @throws {RangeError} where there is none, so that nothing goes on with `undefined`.
 */
export function entryAt<T>(list: ArrayLike<T>, place: number): T {
  const entry = list[place];
  if (entry === undefined) throw new RangeError(`no entry ${place} among ${list.length}`);
  return entry;
}
