#include "lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <future>

#include "lexicon/lexicon_builder.h"
#include "lexicon/word_features.h"
#include "text/fold.h"

namespace panchina {
namespace {

constexpr std::size_t kMaxWords = 12;
constexpr std::uint32_t kLongestAbbreviation = 4;  // bytes before a dot inside a name: `Virt.`

std::size_t edge_hash(Index node, Index word) {
  std::uint64_t key = (std::uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15u;
  return static_cast<std::size_t>(key >> 29);
}

bool has_capital(const Token& token) {
  return token.letters != LetterCase::kLower && token.letters != LetterCase::kNone;
}

bool in_capitals(const Token& token) {
  return token.letters == LetterCase::kUpper || token.kind == TokenKind::kNumber ||
         (token.letters == LetterCase::kTitle && token.span.size() == 1);
}

// What the trie knows a token by: its word, or a number by its value.
Index key_of(const Token& token) {
  return token.kind == TokenKind::kNumber ? number_key(token.number) : token.word;
}

// A stretch of tokens that a path of the trie matched.
struct Path {
  std::array<Index, kMaxWords> tokens{};  // one a word
  std::size_t words = 0;
  bool hyphen = false;
};

// No blank between two tokens; a mark may stand there (`C/1`).
bool tight(std::span<const Token> tokens, Index left, Index right) {
  for (Index i = left + 1; i <= right; ++i) {
    if (tokens[i].space_before) return false;
  }
  return true;
}

bool accepts(const LexiconForm& form, const Path& path, std::span<const Token> tokens) {
  if (path.hyphen && form.parted_by_hyphen) return false;
  for (std::size_t i = 0; i < path.words; ++i) {
    const Token& token = tokens[path.tokens[i]];
    if ((form.capitals >> i & 1) != 0 && !has_capital(token)) return false;
    if (form.all_upper && !in_capitals(token)) return false;
    if ((form.glued >> i & 1) != 0 && i > 0 && !tight(tokens, path.tokens[i - 1], path.tokens[i])) {
      return false;
    }
  }
  return true;
}

// The next token of a name after token `at`, past a dot, apostrophe, hyphen, slash or ampersand
// that may stand inside one; kNoIndex where the name cannot go on.
Index next_word(std::span<const Token> tokens, Index at, Path& path) {
  Index next = at + 1;
  if (next >= tokens.size()) return kNoIndex;
  const Token& mark = tokens[next];
  if (mark.kind == TokenKind::kPunct) {
    if (next + 1 >= tokens.size()) return kNoIndex;
    const bool tight = !mark.space_before && !tokens[next + 1].space_before;
    switch (mark.mark) {
      case '.':
        if (mark.space_before || tokens[at].span.size() > kLongestAbbreviation) return kNoIndex;
        break;
      case '-':
        if (!tight) return kNoIndex;
        path.hyphen = true;
        break;
      case '\'':
        if (mark.space_before) return kNoIndex;
        break;
      case '/':
        if (!tight) return kNoIndex;
        break;
      case '&':
        break;
      default:
        return kNoIndex;
    }
    ++next;
  }
  if (tokens[next].line_before || key_of(tokens[next]) == 0) return kNoIndex;
  return next;
}

// Whether the number before `end` goes on to another: `Torino 1927-28` is a season's.
bool begins_span(std::span<const Token> tokens, Index end) {
  return tokens[end - 1].kind == TokenKind::kNumber && end + 1 < tokens.size() &&
         (tokens[end].mark == '-' || tokens[end].mark == '/') && !tokens[end].space_before &&
         tokens[end + 1].kind == TokenKind::kNumber;
}

}  // namespace

Index Lexicon::child(Index node, Index word) const {
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = edge_hash(node, word) & mask; edges_[at].child != 0; at = (at + 1) & mask) {
    if (edges_[at].node == node && edges_[at].word == word) return edges_[at].child;
  }
  return 0;
}

void Lexicon::put_edge(const TrieEdge& edge) {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = edge_hash(edge.node, edge.word) & mask;
  while (edges_[at].child != 0) at = (at + 1) & mask;
  edges_[at] = edge;
}

void Lexicon::find_plain(std::span<const Token> tokens, Index at, Index from,
                         std::vector<LexiconHit>& out) const {
  Path path;
  Index node = 0;
  Index token = at;
  while (true) {
    node = child(node, key_of(tokens[token]));
    if (node == 0) return;
    path.tokens[path.words++] = token;
    for (Index form = node_form_[node]; form != kNoIndex; ++form) {
      if (accepts(forms_[form], path, tokens)) out.push_back({{from, token + 1}, form});
      if (!forms_[form].more) break;
    }
    if (path.words == kMaxWords) return;
    token = next_word(tokens, token, path);
    if (token == kNoIndex) return;
  }
}

template <typename Use>
void Lexicon::for_each_affix(std::span<const Token> tokens, Index at, Index root, Use use) const {
  Path path;
  Index node = root;
  while (true) {
    if (tokens[at].kind == TokenKind::kWord && !has_capital(tokens[at])) return;
    node = child(node, key_of(tokens[at]));
    if (node == 0) return;
    const Index next = next_word(tokens, at, path);
    if (ends_affix_[node]) use(at + 1, next);
    if (next == kNoIndex) return;
    at = next;
  }
}

void Lexicon::find_forms(std::span<const Token> tokens, Index at,
                         std::vector<LexiconHit>& out) const {
  if (tokens[at].kind != TokenKind::kNumber) {
    const Index first = tokens[at].word;
    if (first >= starts_form_.size() || !starts_form_[first]) return;
  }
  const std::size_t begin = out.size();
  find_plain(tokens, at, at, out);
  const std::size_t plain = out.size();
  // A form of the table wins over the same words with an affix.
  const auto add = [&](Index end, Index form) {
    for (std::size_t i = begin; i < plain; ++i) {
      if (out[i].tokens.end == end && forms_[out[i].form].kind == FormKind::kClub) return;
    }
    out.push_back({{at, end}, form});
  };
  for_each_affix(tokens, at, kPrefixRoot, [&](Index, Index name) {
    if (name == kNoIndex) return;
    const std::size_t first = out.size();
    find_plain(tokens, name, at, out);
    std::size_t kept = first;
    for (std::size_t i = first; i < out.size(); ++i) {
      const Index sure = forms_[out[i].form].sure;
      if (sure != kNoIndex) out[kept++] = {out[i].tokens, sure};
    }
    std::vector<LexiconHit> with_prefix(out.begin() + static_cast<std::ptrdiff_t>(first),
                                        out.begin() + static_cast<std::ptrdiff_t>(kept));
    out.resize(first);
    for (const LexiconHit& hit : with_prefix) add(hit.tokens.end, hit.form);
  });
  for (std::size_t i = begin; i < plain; ++i) {
    const Index sure = forms_[out[i].form].sure;
    if (sure == kNoIndex) continue;
    Path path;
    const Index next = next_word(tokens, out[i].tokens.end - 1, path);
    if (next == kNoIndex) continue;
    for_each_affix(tokens, next, kSuffixRoot, [&](Index end, Index) {
      if (!begins_span(tokens, end)) add(end, sure);
    });
  }
  // Longest first; forms with the same words stay in the order of the table. They are few: each is
  // put in its place, without the memory that a stable_sort asks for.
  const auto first = out.begin() + static_cast<std::ptrdiff_t>(begin);
  for (auto hit = first; hit != out.end(); ++hit) {
    const auto place =
        std::upper_bound(first, hit, hit->tokens.end,
                         [](Index end, const LexiconHit& one) { return end > one.tokens.end; });
    std::rotate(place, hit, hit + 1);
  }
}

Index Lexicon::find_club(std::string_view id) const { return club_ids_.find(id); }
Index Lexicon::find_competition(std::string_view id) const { return competition_ids_.find(id); }
Index Lexicon::find_stadium(std::string_view id) const { return stadium_ids_.find(id); }
Index Lexicon::find_role(std::string_view id) const { return role_ids_.find(id); }

void Lexicon::index_names() {
  const auto by_id = [](const auto& entries, NameIndex& ids) {
    for (std::size_t i = 0; i < entries.size(); ++i) ids.add(entries[i].id, static_cast<Index>(i));
  };
  by_id(clubs_, club_ids_);
  by_id(competitions_, competition_ids_);
  by_id(stadiums_, stadium_ids_);
  by_id(roles_, role_ids_);
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    lists_by_hash_.emplace(HashedName(lists_[i].name).hash, static_cast<Index>(i));
  }
  for (std::size_t i = 0; i < clubs_.size(); ++i) {
    if (!clubs_[i].city.empty()) clubs_by_town_.push_back(static_cast<Index>(i));
  }
  std::ranges::stable_sort(clubs_by_town_, {},
                           [&](Index club) -> std::string_view { return clubs_[club].city; });
}

std::span<const Index> Lexicon::clubs_of_town(std::string_view town) const {
  const auto city = [&](Index club) -> std::string_view { return clubs_[club].city; };
  const auto first = std::ranges::lower_bound(clubs_by_town_, town, {}, city);
  const auto last = std::ranges::upper_bound(clubs_by_town_, town, {}, city);
  return {first, last};
}

Index Lexicon::club_of_town(std::string_view town) const {
  char best = 0;
  Index found = kNoIndex;
  for (const Index i : clubs_of_town(town)) {
    const Club& club = clubs_[i];
    if (club.nation) continue;
    const char level = club.best_level == 0 ? 'Z' : club.best_level;  // A is the highest
    if (best != 0 && level > best) continue;
    found = level == best ? kNoIndex : i;
    best = level;
  }
  return found;
}

std::span<const WordReading> Lexicon::readings(Index word) const {
  if (word >= readings_of_word_.size()) return {};
  const IndexRange range = readings_of_word_[word];
  return std::span(word_readings_).subspan(range.begin, range.size());
}

bool Lexicon::inflects(Index word, Index lemma) const {
  for (const WordReading& reading : readings(word)) {
    if (reading.lemma == lemma) return true;
  }
  return false;
}

bool Lexicon::is_lemma(Index word, PartOfSpeech pos) const {
  for (const WordReading& reading : readings(word)) {
    if (reading.lemma == word && reading.pos == pos) return true;
  }
  return false;
}

std::vector<std::string> Lexicon::inflections(std::string_view lemma,
                                              const Vocabulary& vocabulary) const {
  const std::string word = folded(lemma);
  const auto irregular = irregular_nouns_.find(word);
  if (irregular != irregular_nouns_.end()) return irregular->second;
  const Index id = vocabulary.find(word);
  if (is_lemma(id, PartOfSpeech::kNoun)) return inflection_.noun(lemma);
  constexpr std::uint32_t kOwnForm = kWordParticiple | kWordMasculine | kWordSingular;
  for (const WordReading& reading : readings(id)) {
    const bool participle = reading.pos == PartOfSpeech::kVerb &&
                            (reading.features & (kOwnForm | kWordEnclitic)) == kOwnForm;
    const bool adjective = reading.lemma == id && (reading.pos == PartOfSpeech::kAdjective ||
                                                   reading.pos == PartOfSpeech::kDemonym);
    if (participle || adjective) return inflection_.adjective(lemma);
  }
  return inflection_.noun(lemma);
}

Index Lexicon::verb_of(Index word) const {
  for (const WordReading& reading : readings(word)) {
    if (reading.pos == PartOfSpeech::kVerb && (reading.features & kWordInfinitive) != 0) {
      return reading.lemma;
    }
  }
  return 0;
}

const WordList* Lexicon::word_list(HashedName name) const {
  const Index list = find_list(name);
  return list == kNoIndex ? nullptr : &lists_[list];
}

Index Lexicon::find_list(HashedName name) const {
  const auto found = lists_by_hash_.find(name.hash);
  return found == lists_by_hash_.end() ? kNoIndex : found->second;
}

std::int32_t Lexicon::number_in_list(Index word, Index list) const {
  if (!in_list(word, list)) return -1;
  const auto at =
      std::lower_bound(list_numbers_.begin(), list_numbers_.end(), ListNumber{word, list, 0},
                       [](const ListNumber& a, const ListNumber& b) {
                         return std::pair(a.word, a.list) < std::pair(b.word, b.list);
                       });
  return at->number;
}

Index Lexicon::preposition(Index word) const {
  if (word >= preposition_of_word_.size() || preposition_of_word_[word] == 0) return kNoIndex;
  return preposition_of_word_[word] - 1u;
}

bool Lexicon::may_share_bearer(std::string_view one, std::string_view two) const {
  const auto first = families_of_name_.find(std::string(one));
  const auto second = families_of_name_.find(std::string(two));
  if (first == families_of_name_.end() || second == families_of_name_.end()) return false;
  return std::any_of(first->second.begin(), first->second.end(), [&](Index family) {
    return std::find(second->second.begin(), second->second.end(), family) != second->second.end();
  });
}

std::span<const Demonym> Lexicon::demonyms(Index word) const {
  if (word >= demonyms_of_word_.size()) return {};
  const IndexRange range = demonyms_of_word_[word];
  return std::span(demonyms_).subspan(range.begin, range.size());
}

Result<Lexicon, Diagnostics> Lexicon::load(const std::filesystem::path& rules_dir,
                                           Vocabulary& vocabulary) {
  Diagnostics mistakes;
  Lexicon lexicon = load_lexicon(
      rules_dir, std::async(std::launch::deferred, RecordFiles::read, rules_dir / "lexicon"),
      vocabulary, mistakes);
  if (!mistakes.empty()) return Unexpected(std::move(mistakes));
  return lexicon;
}

Lexicon load_lexicon(const std::filesystem::path& rules_dir, std::future<RecordFiles> records,
                     Vocabulary& vocabulary, Diagnostics& mistakes) {
  LexiconBuilder builder(vocabulary);
  load_words(rules_dir / "words", builder);
  load_gazetteers(rules_dir / "lexicon", records.get(), builder);
  return builder.finish(mistakes);
}

}  // namespace panchina
