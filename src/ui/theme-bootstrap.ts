import { THEME_KEY } from "./behaviour/device-keys";

/**
 * Runs in `<head>` before the first paint, inlined by the content build with its SHA-256 in the policy.
 * Marks the document as scripted and applies the remembered colours; storage may be absent or forbidden.
 */
export const themeBootstrap = `(function(d){d.classList.add("js");try{var t=localStorage.getItem(${JSON.stringify(THEME_KEY)});t=t&&JSON.parse(t);if(t==="light"||t==="dark")d.dataset.theme=t}catch(e){}})(document.documentElement)`;
