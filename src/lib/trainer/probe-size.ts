/** How many inputs a probe tries, of each function. */
export const PROBE_INPUTS = 1_000_000;
/** After how many of them it reports: a few milliseconds of work. */
export const PROBE_CHUNK = 50_000;
