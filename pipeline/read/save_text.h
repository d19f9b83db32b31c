// Writes the text that offsets count in, for `--save-text`. Thread rule: free function; two threads
// may write different articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/article.h"

namespace panchina {

// Writes `text` to `folder`/`doc`, with `.txt` behind where the id does not end in it. Folders are
// made. An id that would leave the folder (`../x`, `/x`) has those parts replaced by `_`.
std::optional<ArticleError> save_text(const std::string& folder, const std::string& doc,
                                      std::string_view text);

}  // namespace panchina
