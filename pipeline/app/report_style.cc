#include "app/report_page.h"

namespace panchina {

std::string_view report_style() {
  static constexpr std::string_view kStyle = R"css(
:root { --ink: #1d2328; --dim: #66707a; --line: #d9dee3; --paper: #fff; --ground: #f4f6f8;
  --mark: #0b6e4f; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ec; --dim: #98a2ac; --line: #3a424a; --paper: #1b2025; --ground: #13171b;
    --mark: #59c89b; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
nav { position: sticky; top: 0; z-index: 1; display: flex; gap: 1rem; align-items: baseline;
  padding: .6rem 1.2rem; background: var(--paper); border-bottom: 1px solid var(--line); }
nav b { margin-right: 1rem; }
nav button { border: 0; background: none; font: inherit; color: var(--dim); cursor: pointer; padding: .2rem 0; }
nav button[aria-current=true] { color: var(--ink); border-bottom: 2px solid var(--mark); }
main { padding: 1.2rem; max-width: 90rem; margin: auto; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .6rem; }
h2:first-child { margin-top: 0; }
table { border-collapse: collapse; background: var(--paper); font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .25rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--dim); font-weight: 500; }
td.n, th.n { text-align: right; }
input[type=search] { font: inherit; padding: .35rem .6rem; width: 22rem; max-width: 100%; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; }
.split { display: grid; grid-template-columns: minmax(13rem, 17rem) 1fr; gap: 1.2rem; align-items: start; }
.list { max-height: 82vh; overflow: auto; background: var(--paper); border: 1px solid var(--line); margin-top: .6rem; }
.list button { display: block; width: 100%; text-align: left; border: 0; border-bottom: 1px solid var(--line);
  background: none; color: inherit; font: inherit; padding: .35rem .6rem; cursor: pointer; overflow-wrap: anywhere; }
.list button[aria-current=true] { background: var(--ground); font-weight: 600; }
.list small, .dim { color: var(--dim); font-weight: 400; }
.article { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.2rem; align-items: start; }
@media (max-width: 70rem) { .article { grid-template-columns: 1fr; } }
.text { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--paper); border: 1px solid var(--line);
  padding: 1rem; font: 15px/1.75 Georgia, serif; }
.text span.e { border-bottom: 2px solid var(--c); cursor: pointer; }
.text span.e2 { border-bottom: 4px double var(--c); }
.text span.on, .passage span.on { background: color-mix(in srgb, var(--c) 28%, transparent); }
.events { max-height: 86vh; overflow: auto; }
.event { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--c);
  padding: .5rem .8rem; margin-bottom: .6rem; cursor: pointer; }
.event.on { outline: 2px solid var(--c); }
.event h3 { margin: 0 0 .2rem; font-size: 1rem; }
.event dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: .2rem 0; }
.event dt { color: var(--dim); }
.event dd { margin: 0; overflow-wrap: anywhere; }
.passage { margin: .3rem 0; padding-left: .6rem; border-left: 2px solid var(--line); font-size: .93em; }
.passage span.slot { border-bottom: 2px solid var(--c); }
.bad { color: var(--bad); }
svg { background: var(--paper); border: 1px solid var(--line); width: 100%; height: auto; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg .axis { stroke: var(--line); }
.t-date { --c: #8a6d3b; } .t-club { --c: #2f6fb3; } .t-match { --c: #b3261e; } .t-tenure { --c: #0b6e4f; }
.t-record { --c: #7a3ea1; } .t-honour { --c: #b8860b; } .t-standing { --c: #c2571a; }
.t-playing_spell { --c: #11808a; } .t-birth { --c: #a3266c; }
)css";
  return kStyle;
}

}  // namespace panchina
