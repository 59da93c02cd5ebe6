// Generated from grammar/toc.lark and grammar/colours.json by `pytest --update`; do not edit.

/** What can stand in a line: its name in the grammar, the colour it gets, and the regex that finds it. */
export const TERMINALS = [
  ["WS", null, /[ \t\u00a0\u202f\u3000]+/uy],
  ["TERM", "kind", /term[ \t\u00a0\u202f\u3000]+[^ \t\u00a0\u202f\u3000:\uff1a\n][^:\uff1a\n]*(?=[:\uff1a])/iuy],
  ["MARKER", "conflict", /(?:<{7}|>{7}|\|{7})(?=[ \n]|$)[^\n]*/uy],
  ["COMMENT", "comment", /#(?=[ \t\u00a0\u202f\u3000\n]|$)[^\n]*/uy],
  ["KEY", "key", /(?:actual|after|agreed|amount|answer|asked|backbone|backup|bank|basel[i\u0130\u0131]ne|better|ce[i\u0130\u0131]l[i\u0130\u0131]ng|celebrated|champ[i\u0130\u0131]on|change|co-lead|code|conf[i\u0130\u0131]dence|conf[i\u0130\u0131]rmed-by|conf[i\u0130\u0131]rmed-on|cost|dec[i\u0130\u0131]de|dec[i\u0130\u0131]des-on|dec[i\u0130\u0131]s[i\u0130\u0131]on|depends-on|deputy|due|ed[i\u0130\u0131]t[i\u0130\u0131]on|enough|essent[i\u0130\u0131]al|every|ex[i\u0130\u0131]t|f[i\u0130\u0131]nds|follow-up|for|from|gets|hands-to|happened|hor[i\u0130\u0131]zon|[i\u0130\u0131]mpact|[i\u0130\u0131]mportance|[i\u0130\u0131]n|[i\u0130\u0131]nclude|[i\u0130\u0131]nter[i\u0130\u0131]m|jo[i\u0130\u0131]ns-[i\u0130\u0131]f|language|lead|level|l[i\u0130\u0131]kel[i\u0130\u0131]hood|needs|not|note|now-what|on|owner|present|pr[i\u0130\u0131]nc[i\u0130\u0131]ple|pr[i\u0130\u0131]or[i\u0130\u0131]ty|response|rev[i\u0130\u0131]ew|r[i\u0130\u0131]ng|role|sector|settle|shared|so-what|source|speaks-for|stage|status|strength|tag|target|type|un[i\u0130\u0131]ntended|un[i\u0130\u0131]t|unt[i\u0130\u0131]l|url|watch|why)(?=[ \t\u00a0\u202f\u3000]*[:\uff1a])/iuy],
  ["KIND", "kind", /(?:term|theory|goal|outcome|output|act[i\u0130\u0131]v[i\u0130\u0131]ty|[i\u0130\u0131]nput|cond[i\u0130\u0131]t[i\u0130\u0131]on|barr[i\u0130\u0131]er|assumpt[i\u0130\u0131]on|r[i\u0130\u0131]sk|ev[i\u0130\u0131]dence|[i\u0130\u0131]nd[i\u0130\u0131]cator|partner|a[i\u0130\u0131]m|stakeholder|pathway|m[i\u0130\u0131]lestone|sess[i\u0130\u0131]on|act[i\u0130\u0131]on|d[i\u0130\u0131]sagreement|quest[i\u0130\u0131]on|agreement)(?=[ \t\u00a0\u202f\u3000:\uff1a\n]|$)/iuy],
  ["ASSUMING", "kind", /assum[i\u0130\u0131]ng(?=[ \t\u00a0\u202f\u3000:\uff1a\n]|$)/iuy],
  ["BECAUSE", "key", /because(?=[ \t\u00a0\u202f\u3000:\uff1a\n]|$)/iuy],
  ["NAMED_KEY", "key", /(?:[i\u0130\u0131]gnore|call|label)(?=(?:[. \t\u00a0\u202f\u3000][^:\uff1a\n]*)?[:\uff1a])/iuy],
  ["ARROW", "arrow", /<--|<-|\u2190|-->|->|\u2013>|\u2014>|=>|\u2192|~>|-\|/uy],
  ["BY", "by", /by(?=[ \t\u00a0\u202f\u3000]+[^ \t\u00a0\u202f\u3000:\uff1a,\uff0c\u060c\n]+(?:[ \t\u00a0\u202f\u3000]*[,\uff0c\u060c][ \t\u00a0\u202f\u3000]*[^ \t\u00a0\u202f\u3000:\uff1a,\uff0c\u060c\n]+)*[ \t\u00a0\u202f\u3000]*[,\uff0c\u060c]?[ \t\u00a0\u202f\u3000]*(?:[:\uff1a\n]|$))/iuy],
  ["CONTINUATION", "text", /\|[^\n]*/uy],
  ["NOTE", "note", /[^\n]+/uy],
  ["COLON", "mark", /[ \t\u00a0\u202f\u3000]*[:\uff1a][ \t\u00a0\u202f\u3000]*/uy],
  ["ID", "name", /(?!-)(?:-?[\p{L}\p{N}_\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u08ca-\u0963\u0981-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u109d\u135d-\u135f\u1712-\u1773\u17b4-\u17d3\u180b-\u180f\u1920-\u193b\u1a17-\u1aff\u1b00-\u1bf3\u1c24-\u1cf9\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20d0-\u20f0\u2cef-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua69f\ua6f0\ua6f1\ua802-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\ufeff])+/uy],
  ["REST", "text", /[^\n]+/uy],
  ["TEXT", "text", /[^\n]+/uy],
  ["NAME", "name", /[.]?[^ \t\u00a0\u202f\u3000:\uff1a\n](?:[^:\uff1a\n]*[^ \t\u00a0\u202f\u3000:\uff1a\n])?/uy],
  ["COMMA", "mark", /[ \t\u00a0\u202f\u3000]*[,\uff0c\u060c][ \t\u00a0\u202f\u3000]*/uy],
];

/** A conflict that git left behind, over many lines; it begins only where a line does. */
export const CONFLICT = /<{7}(?: [^\n]*)?\n(?:(?!<{7}(?: |\n)|>{7}(?: |\n|$))[^\n]*\n)*>{7}(?: [^\n]*)?(?=\n|$)/uy;

/** For every state within a line: which terminals are tried there, in this order, and the state that each leads to. */
export const STATES = [
  [[0, 0], [1, 1], [2, 2], [3, 2], [4, 1], [5, 3], [6, 3], [7, 4], [8, 5], [9, 6], [10, 7], [11, 2], [12, 2]],
  [[13, 8], [0, 1]],
  [[0, 2]],
  [[13, 8], [0, 3], [14, 9], [15, 2]],
  [[13, 8], [0, 4], [16, 2]],
  [[13, 8], [0, 5], [17, 1]],
  [[0, 6], [14, 10], [15, 2]],
  [[0, 7], [14, 11], [15, 2]],
  [[0, 8], [16, 2]],
  [[13, 8], [0, 9], [15, 2]],
  [[18, 12], [13, 8], [0, 10], [7, 8], [15, 2]],
  [[18, 13], [13, 8], [0, 11], [15, 2]],
  [[13, 8], [0, 12], [7, 8], [14, 10], [15, 2]],
  [[13, 8], [0, 13], [14, 11], [15, 2]],
];
