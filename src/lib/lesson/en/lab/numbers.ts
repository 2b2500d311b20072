/** How numbers are written that are too large or too small to be written out. */
export const numbers = {
  times: '{factor}\u00a0×\u00a010^{power}',
  spokenPower: ' to the power of {n}'
};
