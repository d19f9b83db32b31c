// The part of ArticleSource that keeps ids apart. Only hashes of ids are held, 64 bits each, so
// that a million articles take some tens of MB.
#include "base/hash.h"
#include "read/article_source.h"

namespace panchina {

Result<bool, ArticleError> ArticleSource::settle_id(ArticleInput& input) {
  if (!check_ids_) return true;
  std::uint32_t& count = seen_[hash64(input.doc)];
  if (options_.on_duplicate == OnDuplicate::kLast) return count == listed_;
  ++count;
  if (count == 1) return true;
  if (options_.on_duplicate == OnDuplicate::kError) return Unexpected(duplicate(input));
  // `id#2` may be an id of its own.
  for (std::uint32_t number = count;; ++number) {
    std::string suffixed = input.doc + "#" + std::to_string(number);
    if (++seen_[hash64(suffixed)] > 1) continue;
    input.doc = std::move(suffixed);
    return true;
  }
}

// Lists everything once more to find where the id stood first.
ArticleError ArticleSource::duplicate(const ArticleInput& second) const {
  std::string first = "an input before it";
  bool from_standard_input = options_.files_from == "-";
  for (const std::string& path : options_.paths) from_standard_input |= path == "-";
  if (!from_standard_input) {
    ArticleSource again(options_, not_articles_);
    again.check_ids_ = false;
    while (true) {
      const auto input = again.next();
      if (!input || !*input) break;
      if ((*input)->doc != second.doc) continue;
      first = (*input)->where;
      break;
    }
  }
  return {"duplicate-id", "two inputs have the id " + second.doc + ": " + first + " and " +
                              second.where + " (see --on-duplicate)"};
}

std::optional<ArticleError> ArticleSource::find_last_ones() {
  for (const std::string& path : options_.paths) {
    if (path != "-") continue;
    return ArticleError{"not-seekable",
                        "--on-duplicate=last must list its inputs twice, which standard input "
                        "does not allow"};
  }
  ArticleSource again(options_, not_articles_);
  again.check_ids_ = false;
  again.collected_ = true;
  again.paths_ = paths_;
  while (true) {
    auto input = again.next();
    if (!input) return input.error();
    if (!*input) return std::nullopt;
    if (!(*input)->doc.empty()) seen_[hash64((*input)->doc)] = again.listed_;
  }
}

}  // namespace panchina
