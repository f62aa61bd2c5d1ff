export function notYet(): never {
  throw new Error("This journey is being written")
}
