export * from './actor.svelte';
export * from './follow-address.svelte';
export * from './lesson/follow-step.svelte';
export * from './keep-focus';
export * from './lesson/session.svelte';
export * from './storage';
export * from './when-idle';
