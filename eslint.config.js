import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig, { START_SCRIPT } from './svelte.config.js';

/** The rooms of src/lib, from the ground up: each may import itself and those before it. */
const ROOMS = ['experiment', 'trainer', 'lesson', 'machine', 'views', 'receipt', 'browser', 'components'];

/** @param {string} room @param {string[]} rooms */
const mayImport = (room, rooms) => ({
  from: { element: { type: room } },
  allow: { to: { element: { types: { anyOf: rooms } } } }
});

const MATH_ALLOWED = ['sqrt', 'abs', 'imul', 'fround', 'min', 'max', 'floor'];

export default ts.config(
  // *.as.ts is AssemblyScript, whose compiler checks it.
  { ignores: ['**/*.as.ts', 'build/', '.svelte-kit/', 'reports/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off', // TypeScript knows better
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // What is taken out of an object by leaving it over has a name, and no other use.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'svelte/no-navigation-without-resolve': 'off' // in-page anchors need no route
    }
  },
  {
    files: [START_SCRIPT],
    rules: {
      'no-var': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ":matches(VariableDeclaration[kind!='var'], ArrowFunctionExpression, TemplateLiteral, Class, SpreadElement, RestElement, ObjectPattern, ArrayPattern, AssignmentPattern, ChainExpression, LogicalExpression[operator='??'], ForOfStatement, AwaitExpression, ImportExpression, ImportDeclaration, Property[shorthand=true], Property[computed=true], CatchClause[param=null])",
          message: 'It tells old engines that they are old, so they must be able to read it: ES5 only.'
        }
      ]
    }
  },
  { files: ['scripts/**', 'src/cli/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
    }
  },
  {
    // Rules that ask the types: what nobody awaits fails unheard, and a new case needs an answer everywhere. Markup is
    // left out: it would take as long again, and what is asynchronous stands in modules.
    files: ['src/**/*.{ts,js}', 'scripts/**/*.js'],
    // The same extensions for all files: where they change from file to file, all types are read anew.
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true } // a default that is written is an answer
      ]
    }
  },
  {
    files: ['src/**'],
    plugins: { boundaries },
    settings: {
      // Imports are judged by the file they reach, so `$lib/…` and relative paths count the same.
      'import/resolver': {
        typescript: { project: './tsconfig.json', extensions: ['.ts', '.svelte.ts', '.svelte', '.js'] }
      },
      'boundaries/elements': [
        ...ROOMS.map((room) => ({ type: room, pattern: `src/lib/${room}` })),
        { type: 'routes', pattern: 'src/routes' },
        { type: 'cli', pattern: 'src/cli' }
      ]
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...ROOMS.map((room, index) => mayImport(room, ROOMS.slice(0, index + 1))),
            mayImport('routes', ['routes', ...ROOMS]),
            mayImport('cli', ['cli', 'experiment', 'trainer', 'lesson', 'receipt'])
          ]
        }
      ]
    }
  },
  {
    // What passes once must pass again, on any machine under any load.
    files: ['tests/unit/**', 'tests/component/**', 'tests/e2e/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Draw with fast-check: its seed is pinned, and npm run fuzz looks for new cases.'
        },
        {
          selector:
            "CallExpression[callee.name='setTimeout'][arguments.length>1], CallExpression[callee.property.name='waitForTimeout']",
          message: 'Wait for what must come, not for a time: vi.waitFor, or an assertion of Playwright.'
        },
        {
          selector:
            "CallExpression[callee.property.name='assert'] Property[key.name='seed'], CallExpression[callee.object.name='performance'][callee.property.name='now']",
          message: 'Seeds are pinned in tests/setup.ts, and speed is measured by npm run bench.'
        }
      ]
    }
  },
  // A folder that is no room would be held to no order at all.
  { files: ['src/lib/**'], rules: { 'boundaries/no-unknown-files': 'error' } },
  {
    files: ['src/lib/experiment/**', 'src/lib/trainer/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'performance', 'navigator', 'crypto', 'Intl', 'window', 'document'].map((name) => ({
          name,
          message: 'The training path takes nothing from its surroundings: pass it as an argument.'
        }))
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[object.name='Math'][property.name!=/^(${MATH_ALLOWED.join('|')})$/]`,
          message: `Engines disagree on it. On the training path only Math.${MATH_ALLOWED.join(', ')}.`
        },
        {
          selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
          message: 'Engines disagree on powers (even Node 20 and 24 do): multiply instead.'
        },
        {
          selector:
            "VariableDeclarator[init.name='Math'], MemberExpression[object.name='Math'][computed=true]",
          message: 'Name the Math function in place, so that this rule can see it.'
        }
      ]
    }
  }
);
