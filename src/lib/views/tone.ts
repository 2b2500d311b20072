/** What a colour means on the page. */
export type Tone = 'then' | 'later' | 'match' | 'differs';
