/** Thrown where work on an import notices that it is no longer wanted. */
export class Stopped extends Error {}
