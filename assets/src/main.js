/* What the browser needs besides Dash: one component, and the clientside callbacks by name. */
import * as benchmark from "./benchmark.js";
import * as city from "./city.js";
import * as compare from "./compare.js";
import "./coverage.js";
import { HtmlPart } from "./html_part.js";
import * as index_lab from "./index_lab.js";
import * as list from "./list.js";
import * as map from "./map.js";
import * as picture from "./picture.js";
import * as points from "./points.js";
import * as progress from "./progress.js";
import "./print.js";
import * as scenario from "./scenario.js";
import * as shell from "./shell.js";
import * as source from "./source.js";
import "./wheel.js";

window.components = { HtmlPart };
Object.assign(window.dash_clientside, {
  benchmark,
  city,
  compare,
  index_lab,
  list,
  map,
  picture,
  points,
  progress,
  scenario,
  shell,
  source,
});
