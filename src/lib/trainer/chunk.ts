/** How many rows each partial sum of a batch takes; the last one takes what is left. */
export const chunkLength = (rows: number, chunks: number): number => Math.floor((rows + chunks - 1) / chunks);
