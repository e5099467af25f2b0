// What each worker thread runs: every kind of task there is.

import { coverageBlock } from "../../study/coverage.ts";
import { pathSearch } from "../../study/path-search.ts";
import { splittingRepetition } from "../../study/splitting.ts";
import { COMPARISON, SENSITIVITY, SWEEP } from "../study/kinds.ts";
import { serve } from "./serve.ts";

serve([SWEEP, COMPARISON, SENSITIVITY, coverageBlock, pathSearch, splittingRepetition]);
