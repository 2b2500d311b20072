import '@testing-library/jest-dom/vitest';
import './support/browser-gaps';
