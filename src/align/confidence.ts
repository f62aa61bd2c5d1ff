// From evidence to probability: logistic curves fitted on the dev documents (test/eval/alignment.ts, "calibration").

/** Probability that a pair of sections is right, from its evidence and its lead over the next best, in nats. */
export function sectionConfidence(score: number, lead: number): number {
  return clip(logistic(1.4 + 0.28 * Math.min(20, score) + 0.3 * Math.min(12, lead)))
}

/** Probability that a bead of sentences is right, from its evidence and the confidence of its section. */
export function sentenceConfidence(score: number, shape: number, section: number): number {
  return clip(logistic(0.9 + 0.45 * Math.min(14, score) - 0.9 * (shape - 2)) * Math.max(0.5, section) ** 0.25)
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

/** Nothing a program found is certain, and nothing it links is hopeless. */
function clip(value: number): number {
  return Math.round(Math.min(0.995, Math.max(0.05, value)) * 1000) / 1000
}
