// Properties draw the same cases on each run of the suite, so that what is on main stays as good as it was; `npm run fuzz`
// has them draw others. A failure prints the seed, and PROPERTY_SEED brings the same cases back.

import * as fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 1) });
