// Sentence embeddings for alignment, for those who have the weights: LaBSE through @huggingface/transformers, which is
// not a dependency of ours. From a local folder unless the user allows the network. Everything works without it.
import type { SimilarityProvider } from "../../src/align/index.ts"
import { Problem } from "../../src/errors.ts"

export interface EmbeddingOptions {
  /** Name of the model, or its folder. */
  readonly model?: string
  /** Folder that holds models; without it the network must be allowed. */
  readonly folder?: string
  readonly isNetworkAllowed?: boolean
  /** Sentences a batch. */
  readonly batch?: number
  /** Loads the package; replaced in tests. */
  readonly load?: () => Promise<TransformersModule>
}

type Extractor = (
  texts: string[],
  options: { pooling: "cls" | "mean"; normalize: boolean },
) => Promise<{ tolist(): number[][] }>

/** The part of @huggingface/transformers that is used. */
export interface TransformersModule {
  readonly env: { allowRemoteModels: boolean; localModelPath: string }
  pipeline(task: "feature-extraction", model: string): Promise<Extractor>
}

/**
 * A provider that knows the given texts.
 *
 * @throws Problem "input/usage" when the package is not installed, "input/unreadable" when the model cannot be loaded
 */
export async function embeddings(
  texts: readonly string[],
  options: EmbeddingOptions = {},
): Promise<SimilarityProvider> {
  const { model = "Xenova/LaBSE", folder, isNetworkAllowed = false, batch = 32, load = installed } = options
  const transformers = await load()
  transformers.env.allowRemoteModels = isNetworkAllowed
  if (folder !== undefined) transformers.env.localModelPath = folder
  const extract = await transformers.pipeline("feature-extraction", model).catch((cause: unknown) => {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new Problem("input/unreadable", { name: model, detail }, {}, { cause })
  })
  const vectors = new Map<string, Float32Array>()
  const unique = [...new Set(texts)]
  for (let at = 0; at < unique.length; at += batch) {
    const part = unique.slice(at, at + batch)
    const found = (await extract(part, { pooling: "cls", normalize: true })).tolist()
    for (const [index, vector] of found.entries()) vectors.set(part[index]!, Float32Array.from(vector))
  }
  return {
    name: `${model} (${isNetworkAllowed ? "network allowed" : "local"})`,
    similarity(source, target) {
      const a = vectors.get(source)
      const b = vectors.get(target)
      if (!a || !b) return undefined
      let sum = 0
      for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
      return sum
    },
  }
}

async function installed(): Promise<TransformersModule> {
  // Kept from the compiler: the package is the user's, not ours.
  const name = "@huggingface/transformers"
  try {
    return (await import(name)) as TransformersModule
  } catch (cause) {
    throw new Problem("input/usage", { usage: `npm install ${name}`, detail: "not installed" }, {}, { cause })
  }
}
