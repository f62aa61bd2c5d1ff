// The route table: every address there is, who may ask for it, and what answers. Each file opens with its own lines.
import type { RailEntry } from "../page.ts"
import { url } from "../url.ts"
import { activityRoutes } from "./activity.ts"
import { alignmentRoutes } from "./alignment.ts"
import { bundleRoutes } from "./bundles.ts"
import { catalogueRoutes } from "./catalogues.ts"
import { comingInRoutes } from "./coming-in.ts"
import { dashboardRoutes } from "./dashboard.ts"
import { deliveryRoutes } from "./delivery.ts"
import { documentRoutes } from "./documents.ts"
import { editorRoutes } from "./editor.ts"
import { helpRoutes } from "./help.ts"
import { historyRoutes } from "./history.ts"
import { importRoutes } from "./imports.ts"
import { passageRoutes } from "./passages.ts"
import { peopleRoutes } from "./people.ts"
import { policyRoutes } from "./policy.ts"
import { profileRoutes } from "./profile.ts"
import type { Route } from "./route.ts"

export const routes: readonly Route[] = [
  ...comingInRoutes,
  ...dashboardRoutes,
  ...documentRoutes,
  ...policyRoutes,
  ...alignmentRoutes,
  ...editorRoutes,
  ...historyRoutes,
  ...passageRoutes,
  ...catalogueRoutes,
  ...bundleRoutes,
  ...importRoutes,
  ...deliveryRoutes,
  ...peopleRoutes,
  ...profileRoutes,
  ...activityRoutes,
  ...helpRoutes,
]

const entries: readonly RailEntry[] = [
  { href: url.home, name: "rail.dashboard", icon: "home", needs: "policy/read" },
  { href: url.importDocuments(), name: "rail.import-documents", icon: "import", needs: "document/add" },
  { href: url.passages(), name: "rail.passages", icon: "passages", needs: "policy/read" },
  { href: url.bundles, name: "rail.bundles", icon: "bundle", needs: "bundle/export" },
  { href: url.importTranslations, name: "rail.import-translations", icon: "return", needs: "import/plan" },
  { href: url.activity(), name: "rail.activity", icon: "activity", needs: "audit/read" },
  { href: url.people, name: "rail.people", icon: "people", needs: "user/manage" },
]

/** The left rail: those of the pages that exist. */
export const rail = entries.filter(({ href }) => routes.some(({ method, path }) => method === "get" && path === href))
