import { reloadAgainAfterMs, reloadedAtKey } from "./reload";

/**
 * Runs before the app does. A script or a stylesheet that is gone, because a newer version has taken its place or the power
 * came back here first, loads the page anew as soon as the site answers: nobody stands here to do it.
 */
export const reloadWithoutScripts = `addEventListener("error", function (event) {
  var part = event.target;
  if (!part || (part.tagName !== "SCRIPT" && part.rel !== "stylesheet") || window.reloading) return;
  window.reloading = setInterval(function () {
    var key = "${reloadedAtKey}";
    if (Date.now() - Number(sessionStorage.getItem(key) || 0) < ${reloadAgainAfterMs}) return;
    fetch("/config.json", { cache: "no-store" }).then(function (answer) {
      if (!answer.ok) return;
      sessionStorage.setItem(key, String(Date.now()));
      location.reload();
    }, function () {});
  }, 2000);
}, true);`;
