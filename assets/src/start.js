/* In the document's head, before any style sheet. */
import { apply } from "./theme.js";

apply();
