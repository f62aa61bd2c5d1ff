// Every address of the workbench, in one place. The URL is the state: what a page shows can be sent to a colleague.

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** A path with those query values that are set. */
export function at(path: string, query: Query = {}): string {
  const set = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") set.set(key, String(value))
  return set.size === 0 ? path : `${path}?${set.toString()}`
}

const part = encodeURIComponent

export const url = {
  at,
  home: "/",
  signIn: "/sign-in",
  signOut: "/sign-out",
  link: (secret: string) => `/link/${part(secret)}`,
  language: "/language",
  profile: "/profile",
  password: "/profile/password",
  help: "/help",
  people: "/people",
  invitations: "/people/invitations",
  person: (id: string, act: "role" | "active" | "link") => `/people/${part(id)}/${act}`,
  activity: (query: { after?: string } = {}) => at("/activity", query),
  samples: "/samples",

  importDocuments: (query: { policy?: string } = {}) => at("/import/documents", query),
  previewDocuments: "/import/documents/preview",
  addDocuments: "/import/documents/add",
  importTranslations: "/import/translations",
  plan: (id: string, query: { change?: string; file?: number; after?: string } = {}) =>
    at(`/imports/${part(id)}`, query),

  /** Policies by id. */
  policy: (id: string) => `/policies/${part(id)}`,
  alignment: (policy: string) => `/policies/${part(policy)}/alignment`,
  /** The section-pair editor; `from` only when it is not the policy's source language. */
  section: (policy: string, to: string, section: number | "rest" | null = null, query: { from?: string } = {}) =>
    at(`/policies/${part(policy)}/${part(to)}/sections${section === null ? "" : `/${section}`}`, query),
  deliver: (policy: string) => `/policies/${part(policy)}/deliver`,
  delivery: (policy: string, to: string, query: { from?: string } = {}) =>
    at(`/policies/${part(policy)}/deliver/${part(to)}`, query),
  unit: (id: string) => `/units/${part(id)}`,
  history: (unit: string) => `/units/${part(unit)}/history`,
  passages: (query: Query = {}) => at("/passages", query),
  bundles: "/bundles",
  catalogues: "/bundles/catalogues",
  newBundle: (query: { policy?: string; to?: string } = {}) => at("/bundles/new", query),
  bundle: (id: string) => `/bundles/${part(id)}`,
} as const

/** A path on this site to go back to; anything else becomes home. (open redirect) */
export function localPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(value)) return url.home
  return value
}
