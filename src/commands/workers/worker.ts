// What each worker thread runs: every kind of task there is.

import { serve } from "./serve.ts";

serve([]);
