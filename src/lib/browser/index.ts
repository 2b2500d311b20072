export * from './actor.svelte';
export * from './lesson-session.svelte';
export * from './storage';
