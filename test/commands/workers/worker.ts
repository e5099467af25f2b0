import { serve } from "../../../src/commands/workers/serve.ts";
import { adding, dying, endless, failing, handing } from "./kinds.ts";

serve([adding, dying, endless, failing, handing]);
