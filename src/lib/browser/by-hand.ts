/** With what a reader scrolls. Pages and lists also scroll by themselves, when what is in them is laid out anew. */
export const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
