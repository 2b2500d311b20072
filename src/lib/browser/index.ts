export * from './actor.svelte';
export * from './follow-current';
export * from './lesson-session.svelte';
export * from './storage';
export * from './when-idle';
