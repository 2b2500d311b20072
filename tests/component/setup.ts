import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { PATIENCE } from '../setup';
import './support/browser-gaps';

configure({ asyncUtilTimeout: PATIENCE });
