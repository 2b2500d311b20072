import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The built site. */
export const BUILD = fileURLToPath(new URL('../../../build', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2'
};

export interface StaticHostOptions {
  /** The folder of the host below which the site lies. @default '' for none */
  readonly below?: string;
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends what is not compressed yet with gzip, as hosts do: for whoever measures how long it takes. @default false */
  readonly compresses?: boolean;
  /** Answers /lab with the page of /lab/ where others redirect. */
  readonly forgetsSlashes?: boolean;
}

/**
 * Serves a folder as plain hosts do, `python3 -m http.server` and GitHub Pages among them: a folder by its
 * index.html, redirecting to it with a slash at its end, and what is not there by 404.html.
 * @returns its origin, and what ends it.
 */
export async function staticHost(
  folder: string,
  { below = '', headers = {}, compresses = false, forgetsSlashes = false }: StaticHostOptions = {}
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const send = (response: ServerResponse, status: number, file: string) => {
    const zips = compresses && !file.endsWith('.woff2');
    const content = readFileSync(file);
    response
      .writeHead(status, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        ...(zips ? { 'content-encoding': 'gzip' } : {}),
        ...headers
      })
      .end(zips ? gzipSync(content) : content);
  };

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(decodeURIComponent(pathname));
    const file = path.startsWith(below) ? join(folder, path.slice(below.length)) : null;
    const isFolder = file !== null && existsSync(file) && statSync(file).isDirectory();
    if (isFolder && !path.endsWith('/') && !forgetsSlashes) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
    } else if (isFolder) send(response, 200, join(file, 'index.html'));
    else if (file !== null && existsSync(file)) send(response, 200, file);
    else send(response, 404, join(folder, '404.html'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}
