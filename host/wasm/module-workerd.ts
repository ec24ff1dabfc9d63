/** The compiled core on Workers, where compiling from bytes is forbidden: the module comes with the bundle. */
import coreModule from "../../build/core.wasm";

export default coreModule;
