/** The compiled core in a browser: fetched from where the page says it lies. */

/**
 * Fetches and compiles the core. Compiles while it arrives if the server calls it `application/wasm`, else when it is
 * there; rejects with the HTTP status when it is not.
 */
export async function loadCoreModule(url: string | URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the core could not be fetched from \`${url}\`: HTTP ${response.status}`);
  if (response.headers.get("content-type")?.startsWith("application/wasm") === true) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
