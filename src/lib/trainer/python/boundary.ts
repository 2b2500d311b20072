/**
 * What the interpreter may call. Its build for the web reaches all of JavaScript by the modules `js` and `jsffi`; all
 * ways out lead through what its WebAssembly imports. So only what computes, prints and asks for memory or the time is
 * let in: a program cannot touch the page, its storage, the network or a file, whatever it does within its own memory.
 */
const ALLOWED =
  /^(invoke_[a-z]+|mp_js_random_u32|mp_js_ticks_ms|mp_js_time_ms|js_check_existing|proxy_js_free_obj|fd_write|_abort_js|_emscripten_throw_longjmp)$/;

/** What Unix says where something is not permitted, as these imports say it. */
const NOT_PERMITTED = 63;

/**
 * Bytes that a program may use. It needs many: MicroPython clears up only between programs here, so that each number
 * of a training stays, 200 MB in the lesson's run.
 */
export const MOST_MEMORY = 1024 * 1024 * 1024;

/** A program reached for what lies outside of it. */
export class Forbidden extends Error {}

/** A program asked for more memory than there is for it. Python could hardly say so: that would take memory. */
export class OutOfMemory extends Error {}

const forbid = (): never => {
  throw new Forbidden();
};

type Import = (...values: number[]) => number;

const growing =
  (grow: Import, most: number): Import =>
  (bytes = 0) => {
    if (bytes >>> 0 > most) throw new OutOfMemory();
    return grow(bytes);
  };

/** Files are asked for by way of an answer, also where a module is looked for; nothing else has one. */
const refusal = (name: string): (() => number) => {
  if (name.startsWith('__syscall_')) return () => -NOT_PERMITTED;
  return name.startsWith('fd_') ? () => NOT_PERMITTED : forbid;
};

const boundedImport = (
  name: string,
  value: WebAssembly.ImportValue,
  most: number
): WebAssembly.ImportValue => {
  if (name === 'emscripten_resize_heap') return growing(value as Import, most);
  return ALLOWED.test(name) ? value : refusal(name);
};

const bounded = (imports: WebAssembly.Imports, most: number): WebAssembly.Imports =>
  Object.fromEntries(
    Object.entries(imports).map(([from, values]) => [
      from,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, boundedImport(name, value, most)])
      )
    ])
  );

/**
 * Makes an instance of the interpreter that has no way out, in place of the one that its own module asks for.
 * @param load calls that module, which fetches and instantiates.
 * @param most bytes of memory that it may have.
 */
export async function withinBounds<T>(
  module: WebAssembly.Module,
  load: () => Promise<T>,
  most: number
): Promise<T> {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const { fetch } = globalThis;
  const make = async (_: unknown, imports: WebAssembly.Imports) => {
    const instance = await instantiate(module, bounded(imports, most));
    return { module, instance };
  };
  const inPlace = { instantiate: make, instantiateStreaming: make };
  Object.assign(WebAssembly, inPlace);
  globalThis.fetch = () => new Promise(() => {}); // what would be fetched is here already
  try {
    return await load();
  } finally {
    Object.assign(WebAssembly, { instantiate, instantiateStreaming });
    globalThis.fetch = fetch;
  }
}
