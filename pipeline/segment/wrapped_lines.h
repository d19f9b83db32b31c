// Hard-wrapped text: lines that were broken because the next word did not fit, joined again.
// Thread rule: a free function.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "segment/line.h"
#include "text/text.h"

namespace panchina {

// The lines of the page with wrapped ones joined. A page counts as wrapped where many of its lines
// end in mid-sentence at one width; a line is joined with the next where the next word would not
// have fitted, no empty line or new indent stands between, and the next does not open with a
// heading word and a colon. Pages that are not wrapped come back as they are.
std::vector<Line> join_wrapped_lines(const Text& text, std::span<const Token> tokens,
                                     std::vector<Line> lines, const BlockRules& rules);

// The lines with a result told in several of them joined: `IGLESIAS 1`, `OSSESE 3`, nothing else
// between two empty lines; `Iglesias`, `1-3`, `Ossese`, also one such result behind the other.
std::vector<Line> join_result_lines(std::string_view norm, std::span<const Token> tokens,
                                    std::vector<Line> lines, const BlockRules& rules);

}  // namespace panchina
