// The door to everything remembered.
export interface Storage {
  readonly engine: "sqlite" | "postgresql"
  /** All or nothing. Inside, use the storage that is handed in. */
  transaction<T>(work: (storage: Storage) => Promise<T>): Promise<T>
  close(): Promise<void>
}
