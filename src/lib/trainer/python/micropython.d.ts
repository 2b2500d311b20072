/** The interpreter's own module, as far as it is used here. */
declare module '@micropython/micropython-webassembly-pyscript/micropython.mjs' {
  export interface MicroPython {
    readonly globals: { set(name: string, value: unknown): void };
    /** @throws an error named `PythonError`, with the exception's `type`, when Python raised one. */
    runPython(code: string): unknown;
  }
  export function loadMicroPython(options: {
    /** Where the WebAssembly is. */
    url?: string;
    /** Bytes of the first heap; more is taken as it is needed. */
    heapsize?: number;
    linebuffer?: boolean;
    stdout?: (bytes: Uint8Array) => void;
    stderr?: (bytes: Uint8Array) => void;
  }): Promise<MicroPython>;
}
