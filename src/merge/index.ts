// Completed translations meet what is here: the plan of an import.
export { compareLanguages, type LanguageAnswer, type Languages } from "./languages.ts"
export {
  plan,
  type Change,
  type ChangeKind,
  type Decision,
  type KnownUnit,
  type PlanInput,
  type ReturnedUnit,
} from "./plan.ts"
