/** What the process answers with (design part 8). */
export const DONE = 0;
export const BAD_INPUT = 2;
