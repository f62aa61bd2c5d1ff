// A door for sentence embeddings, for those who have the weights (server/commands/embeddings.ts). The core never needs it:
// without a provider everything works as tested.

export interface SimilarityProvider {
  /** Recorded in the alignment: "LaBSE (local)". */
  readonly name: string
  /** Cosine of two texts, −1…1; undefined when it does not know one of them. */
  similarity(source: string, target: string): number | undefined
}

/** What a cosine of LaBSE-like embeddings is worth, in nats: translations lie around 0.8, strangers around 0.3. */
export function similarityEvidence(cosine: number | undefined): number {
  return cosine === undefined ? 0 : Math.max(-4, Math.min(6, (cosine - 0.55) * 16))
}
