/** How many times larger than usual the reader wants text: drawings that hold text grow as much. */
export const textScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
