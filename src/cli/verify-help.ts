/** What `verify --help` prints. */
export const HELP = `Trains the run of a receipt again, and tells whether its claim holds. With two receipts it trains nothing, and
tells what differs between them.

Usage: npm run -s verify -- [--json] <receipt> [<receipt>]

  <receipt>    a receipt.json, a bundle (zip), the folder of an unpacked bundle, a link to a receipt, the file://
               address of a file, or - for standard input, which may hold any of these but a folder
  --json       print one JSON object on one line, also of what is refused
  --help, -h   print this help

Exit code of one receipt: 0 the claim holds; 1 it is refuted; 2 anything else, such as undecided or no receipt.
Exit code of two: 0 manifests and results are the same; 1 they differ; 2 anything else.

Examples:

  npm run -s verify -- receipt.json
  npm run -s train -- --set environment.seed=7 | npm run -s verify -- -
  npm run -s verify -- --json run.zip
  npm run -s verify -- mine.json theirs.json
`;
