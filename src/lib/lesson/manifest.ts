/** What manifests are told in, on every page but the first. */
export { manifest as manifestWords } from './en/manifest';
