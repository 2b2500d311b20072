/** A file of an opened bundle that is not the one that Retrace makes for its receipt. */
export interface Stranger {
  /** Where it lies in the bundle. */
  readonly path: string;
  /** `changed`: it should be another; `unknown`: none is there; `line-ends`: the same text, with other line ends. */
  readonly kind: 'changed' | 'unknown' | 'line-ends';
}
