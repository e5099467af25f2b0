// The rows of the CAMEO-Goldstein table that the program's terms use.
// Source: CAMEO codebook 1.1b3 (Schrodt 2012), with the Goldstein (1992) values that are distributed with it.

/** One row: the event code, the codebook's label and the Goldstein value. */
export interface CameoRow { readonly code: string; readonly label: string; readonly goldstein: number; }

const row = (code: string, label: string, goldstein: number): CameoRow => ({ code, label, goldstein });

/** The rows by code. */
export const CAMEO_GOLDSTEIN: ReadonlyMap<string, CameoRow> = new Map([
  row("010", "Make statement (general)", 0.0),
  row("011", "Decline comment", -0.1),
  row("013", "Make optimistic comment", 0.4),
  row("015", "Acknowledge or claim responsibility", 0.0),
  row("016", "Deny responsibility", -2.0),
  row("017", "Engage in symbolic act", 0.0),
  row("018", "Make empathetic comment", 3.4),
  row("020", "Appeal (general)", 3.0),
  row("0212", "Appeal for military cooperation", 3.4),
  row("0214", "Appeal for intelligence", 3.4),
  row("0234", "Appeal for military protection or peacekeeping", 3.4),
  row("0256", "Appeal for de-escalation of military engagement", -0.3),
  row("030", "Express intent to cooperate (general)", 4.0),
  row("0312", "Express intent to cooperate militarily", 5.2),
  row("036", "Express intent to meet or negotiate", 4.0),
  row("040", "Consult (general)", 1.0),
  row("041", "Discuss by telephone", 1.0),
  row("051", "Praise or endorse", 3.4),
  row("055", "Apologize", 7.0),
  row("064", "Share intelligence or information", 7.0),
  row("087", "De-escalate military engagement", 9.0),
  row("0871", "Declare truce or ceasefire", 9.0),
  row("0874", "Retreat or surrender militarily", 10.0),
  row("1056", "Demand de-escalation of military engagement", -5.0),
  row("111", "Criticize or denounce", -2.0),
  row("120", "Reject (general)", -4.0),
  row("1212", "Reject military cooperation", -4.0),
  row("130", "Threaten (general)", -4.4),
  row("138", "Threaten to use military force (general)", -7.0),
  row("139", "Give ultimatum", -7.0),
  row("150", "Demonstrate military or police power (general)", -7.2),
  row("154", "Mobilize or increase armed forces", -7.2),
  row("160", "Reduce relations (general)", -4.0),
  row("190", "Use conventional military force (general)", -10.0),
  row("192", "Occupy territory", -9.5),
  row("193", "Fight with small arms and light weapons", -10.0),
  row("194", "Fight with artillery and tanks", -10.0),
  row("195", "Employ aerial weapons", -10.0),
].map((each) => [each.code, each]));
