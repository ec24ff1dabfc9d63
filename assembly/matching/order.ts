/** How two numbers or two times stand to each other. */

export const LESS: i32 = -1;
export const EQUAL: i32 = 0;
export const GREATER: i32 = 1;
/** One of the two is not what it should be. */
export const NO_ORDER: i32 = 2;
