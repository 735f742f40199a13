import { reloadAgainAfterMs, reloadedAtKey } from "./recover";

/**
 * Runs before the app does. A script of the app that is gone, because a newer version has taken its place,
 * loads the page anew, if the site answers, and not again soon. A part that is missed later is React's to notice.
 */
export const reloadWithoutScripts = `addEventListener("error", function (event) {
  var script = event.target;
  if (!script || script.tagName !== "SCRIPT" || document.documentElement.dataset.alive) return;
  var key = "${reloadedAtKey}";
  if (Date.now() - Number(sessionStorage.getItem(key) || 0) < ${reloadAgainAfterMs}) return;
  sessionStorage.setItem(key, String(Date.now()));
  fetch("/config.json", { cache: "no-store" }).then(function (answer) {
    if (answer.ok) location.reload();
  }, function () {});
}, true);`;
