import { THEME_KEY } from "../domain/settings-names";

/**
 * Runs in `<head>` before the first paint, inlined by the content build with its SHA-256 in the policy. Marks the
 * document as scripted, applies the remembered colours (storage may be absent or forbidden), and says what would
 * otherwise move the page later: that an article's `valid-until` date has passed where the reader is, that the
 * address brings a question, and that the page stands inside another one. The mark is taken back when the page's script did not arrive, so that nothing
 * stays hidden that only the script would show.
 */
export const pageBootstrap = [
  `(function(d){var c=d.classList,m=document.querySelector("meta[name=valid-until]"),n=new Date,p=function(x){return("0"+x).slice(-2)};c.add("js");addEventListener("load",function(){if(!("ready"in d.dataset))c.remove("js")});`,
  `if(m&&m.content<n.getFullYear()+"-"+p(n.getMonth()+1)+"-"+p(n.getDate()))c.add("is-expired");`,
  `if(/[?&]q=[^&]/.test(location.search))c.add("has-query");`,
  `if(/[?&]embed\\b/.test(location.search)||/^pocket-help:/.test(window.name))c.add("embedded");`,
  `try{var t=localStorage.getItem(${JSON.stringify(THEME_KEY)});t=t&&JSON.parse(t);if(t==="light"||t==="dark")d.dataset.theme=t}catch(e){}`,
  "})(document.documentElement)",
].join("");
