/** What the proposal changes for a judged event (design R7). The order is the code the core answers with. */
export const IMPACTS = ["unchanged", "deniedNow", "newlyAllowed", "newlyDenied", "undetermined"] as const;
export type Impact = (typeof IMPACTS)[number];
