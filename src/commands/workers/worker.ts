// What each worker thread runs: every kind of task there is.

import { sweepBlock } from "../../study/blocks.ts";
import { coverageBlock } from "../../study/coverage.ts";
import { pairBlock } from "../../study/pairs.ts";
import { pathSearch } from "../../study/path-search.ts";
import { pointsBlock } from "../../study/sensitivity.ts";
import { splittingRepetition } from "../../study/splitting.ts";
import { serve } from "./serve.ts";

serve([sweepBlock, pairBlock, pointsBlock, coverageBlock, pathSearch, splittingRepetition]);
