// The doctrines there are, by name. A new one is a file beside this one and a line here.
// Knows the list; must not know who uses which.
// Invariant: the key is the doctrine's own name.

import { alliance } from "./alliance.ts";
import type { Doctrine } from "./doctrine.ts";
import { garrison } from "./garrison.ts";
import { government } from "./government.ts";
import { militia } from "./militia.ts";
import { neighbour } from "./neighbour.ts";
import { patron } from "./patron.ts";
import { rebels } from "./rebels.ts";
import { campaign, spoiler } from "./standing-wars.ts";

/** Every doctrine by name. */
export const DOCTRINES: Readonly<Record<string, Doctrine>> = {
  garrison, patron, government, militia, alliance, rebels, spoiler, campaign, neighbour,
};
