/** What AssemblyScript makes of the named file, in base64; see scripts/assembly-script.js. */
declare module '*?wasm' {
  const base64: string;
  export default base64;
}
