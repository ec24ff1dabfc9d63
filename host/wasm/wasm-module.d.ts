/** A `.wasm` import is a compiled module: what wrangler makes of it (rule CompiledWasm). */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
