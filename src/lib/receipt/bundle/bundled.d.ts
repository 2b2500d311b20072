/** The text of one module for Node that holds the named entry and all it imports; see scripts/bundled-text.js. */
declare module '*?bundled' {
  const text: string;
  export default text;
}
