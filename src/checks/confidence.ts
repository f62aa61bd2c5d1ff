// Evidence (nats) to the probability that a native reader agrees: a logistic curve for each kind, set by
// hand from the reliability table of `npm run eval language` on the dev part.

const curves: Readonly<Record<string, readonly [slope: number, middle: number]>> = {
  foreign: [0.5, -1],
  fused: [0.5, 1],
  "look-alike": [0.5, 2],
  half: [0.5, -1],
}

export function confidenceOf(kind: string, evidence: number, words = 1): number {
  const [slope, middle] = curves[kind] ?? [0.5, 0]
  const probability = 1 / (1 + Math.exp(-slope * (evidence - middle) - Math.log2(words) * 0.3))
  return Math.round(Math.min(0.995, probability) * 1000) / 1000
}
