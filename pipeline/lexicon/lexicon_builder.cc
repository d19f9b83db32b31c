#include "lexicon/lexicon_builder.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "text/fold.h"

namespace panchina {
namespace {

constexpr std::size_t kFirstEdges = 1u << 16;
constexpr std::size_t kFirstReadings = 1u << 17;
constexpr std::size_t kMaxWords = 12;
constexpr std::size_t kMostInitials = 4;  // letters of a word that may be initials: `ASD`

bool is_club(const LexiconForm& form) {
  return form.kind == FormKind::kClub || form.kind == FormKind::kNation;
}

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t value = 0;
  for (char digit : digits) value = value * 10 + static_cast<std::uint32_t>(digit - '0');
  return value;
}

bool ascii_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// `a. s. roma` -> `as roma`: runs of single letters with dots drawn together.
std::vector<FormWord> letters_joined(const std::vector<FormWord>& words) {
  std::vector<FormWord> out;
  bool run = false;
  for (const FormWord& word : words) {
    const bool letter = word.folded.size() == 1 && word.upper;
    if (letter && run && out.back().dot_after) {
      out.back().folded += word.folded;
      out.back().dot_after = word.dot_after;
    } else {
      out.push_back(word);
    }
    run = letter;
  }
  return out;
}

// `as roma` -> `a s roma`: short words in capitals taken apart.
std::vector<FormWord> letters_parted(const std::vector<FormWord>& words) {
  std::vector<FormWord> out;
  for (const FormWord& word : words) {
    if (!word.upper || word.folded.size() < 2 || word.folded.size() > kMostInitials ||
        !ascii_letters(word.folded)) {
      out.push_back(word);
      continue;
    }
    for (char letter : word.folded) {
      FormWord part = word;
      part.folded = letter;
      part.dot_after = true;
      part.glued = false;
      out.push_back(part);
    }
  }
  return out;
}

}  // namespace

LexiconBuilder::LexiconBuilder(Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  lexicon_.edges_.resize(kFirstEdges);
  pending_of_node_.resize(1 + Lexicon::kSuffixRoot);
  pending_of_node_.reserve(kFirstEdges / 2);
  pending_.reserve(kFirstEdges / 2);
  readings_.reserve(kFirstReadings);
}

std::optional<TomlFile> LexiconBuilder::read_toml(const std::filesystem::path& path) {
  TomlFile file = TomlFile::read(path, path.string());
  if (file.diagnostics().empty()) return file;
  for (const Diagnostic& diagnostic : file.diagnostics()) report(diagnostic);
  return std::nullopt;
}

void LexiconBuilder::report(std::string code, std::string message, std::string file,
                            std::uint32_t line) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.place = {std::move(file), line, line == 0 ? 0u : 1u};
  diagnostics_.push_back(std::move(diagnostic));
}

void LexiconBuilder::add_form(std::string_view form, const Meaning& meaning) {
  const std::vector<FormWord> words = split_form(form);
  if (words.empty() || words.size() > kMaxWords) return;
  insert(words, meaning);
  if (meaning.kind == FormKind::kGivenName || meaning.kind == FormKind::kSurname) return;
  // Only short words in capitals are joined or parted.
  const bool initials = std::any_of(words.begin(), words.end(), [](const FormWord& word) {
    return word.upper && word.folded.size() <= kMostInitials;
  });
  if (!initials) return;
  const std::vector<FormWord> together = letters_joined(words);
  if (together.size() < words.size()) insert(together, meaning);
  const std::vector<FormWord> parted = letters_parted(words);
  if (parted.size() > words.size() && parted.size() <= kMaxWords) insert(parted, meaning);
}

void LexiconBuilder::add_affix(std::string_view affix, bool prefix) {
  const std::vector<FormWord> words = split_form(affix);
  if (words.empty()) return;
  const auto add = [&](const std::vector<FormWord>& variant) {
    std::vector<Index> keys;
    for (const FormWord& word : variant) keys.push_back(key_of(word));
    const Index node = make_node(prefix ? Lexicon::kPrefixRoot : Lexicon::kSuffixRoot, keys);
    if (node >= lexicon_.ends_affix_.size()) lexicon_.ends_affix_.resize(node + 1);
    lexicon_.ends_affix_[node] = true;
    if (prefix && keys.front() < kFirstNumberKey) first_words_.push_back(keys.front());
  };
  add(words);
  const std::vector<FormWord> together = letters_joined(words);
  if (together.size() < words.size()) add(together);
}

void LexiconBuilder::add_name_family(const std::vector<std::string_view>& names) {
  for (const std::string_view name : names) {
    lexicon_.families_of_name_[slug(name)].push_back(name_families_);
  }
  ++name_families_;
}

void LexiconBuilder::take_affixes(std::string_view form, Index club) {
  for (Index i : pending_of_node_[find_node(form)]) {
    if (pending_[i].form.kind == FormKind::kClub && pending_[i].form.entry == club) {
      pending_[i].affixes = true;
    }
  }
}

Index LexiconBuilder::find_node(std::string_view form) const {
  Index node = 0;
  for (const FormWord& word : split_form(form)) {
    const char first = word.folded.front();
    node = lexicon_.child(node, first >= '0' && first <= '9' ? number_key(number_of(word.folded))
                                                             : vocabulary_.find(word.folded));
    if (node == 0) return 0;
  }
  return node;
}

bool LexiconBuilder::has_club_form(std::string_view form) const {
  const std::vector<Index>& here = pending_of_node_[find_node(form)];
  return std::any_of(here.begin(), here.end(), [&](Index i) { return is_club(pending_[i].form); });
}

Index LexiconBuilder::key_of(const FormWord& word) {
  const char first = word.folded.front();
  return first >= '0' && first <= '9' ? number_key(number_of(word.folded))
                                      : vocabulary_.add(word.folded);
}

void LexiconBuilder::insert(const std::vector<FormWord>& words, const Meaning& meaning) {
  PendingForm pending;
  LexiconForm& form = pending.form;
  form.kind = meaning.kind;
  form.how = meaning.how;
  form.entry = meaning.entry;
  form.weak = meaning.weak;
  bool all_upper = true;
  std::size_t letters = 0;
  bool hyphen = false;
  bool digit = false;
  pending.words.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto bit = static_cast<std::uint16_t>(1u << i);
    if (words[i].capital) form.capitals |= bit;
    if (words[i].glued) form.glued |= bit;
    const char first = words[i].folded.front();
    const bool digits = first >= '0' && first <= '9';
    all_upper = all_upper && (words[i].upper || digits);
    digit = digit || digits;
    if (!digits) letters += words[i].folded.size();
    hyphen = hyphen || words[i].hyphen_after;
    pending.words.push_back(key_of(words[i]));
  }
  form.needs_capital = form.capitals != 0;
  form.all_upper = all_upper && letters <= 3 && meaning.kind != FormKind::kGivenName &&
                   meaning.kind != FormKind::kSurname;
  if (form.all_upper && !digit) form.weak = true;
  form.parted_by_hyphen = !hyphen;  // so far: the form has none of its own
  pending.node = make_node(0, pending.words);
  for (Index i : pending_of_node_[pending.node]) {
    LexiconForm& old = pending_[i].form;
    if (old.kind != form.kind || old.entry != form.entry) continue;
    old.weak = old.weak && form.weak;
    old.capitals &= form.capitals;
    old.needs_capital = old.capitals != 0;
    old.all_upper = old.all_upper && form.all_upper;
    old.glued &= form.glued;
    return;
  }
  pending_of_node_[pending.node].push_back(static_cast<Index>(pending_.size()));
  pending_.push_back(std::move(pending));
}

Index LexiconBuilder::make_node(Index root, const std::vector<Index>& keys) {
  Index node = root;
  for (const Index word : keys) {
    Index next = lexicon_.child(node, word);
    if (next == 0) {
      next = static_cast<Index>(pending_of_node_.size());
      pending_of_node_.emplace_back();
      if (static_cast<std::size_t>(edges_used_ + 1) * 2 > lexicon_.edges_.size()) grow_edges();
      lexicon_.put_edge({node, word, next});
      ++edges_used_;
    }
    node = next;
  }
  return node;
}

void LexiconBuilder::grow_edges() {
  std::vector<Lexicon::TrieEdge> old = std::move(lexicon_.edges_);
  lexicon_.edges_.assign(old.size() * 2, Lexicon::TrieEdge{});
  for (const Lexicon::TrieEdge& edge : old) {
    if (edge.child != 0) lexicon_.put_edge(edge);
  }
}

// `Juventus Torino` is Juventus, `Juventus-Torino` a match; `Hellas-Verona` is still one club. A
// form whose two halves both name clubs, not both of them its own, is parted by a hyphen.
void LexiconBuilder::settle_hyphens() {
  const auto names = [&](const Index* begin, const Index* end, Index entry, bool& own) {
    Index node = 0;
    for (const Index* word = begin; word != end && (node != 0 || word == begin); ++word) {
      node = lexicon_.child(node, *word);
    }
    own = false;
    if (node == 0) return false;
    bool club = false;
    for (Index i : pending_of_node_[node]) {
      if (!is_club(pending_[i].form)) continue;
      club = true;
      own = own || pending_[i].form.entry == entry;
    }
    return club;
  };
  for (PendingForm& pending : pending_) {
    if (!pending.form.parted_by_hyphen) continue;
    pending.form.parted_by_hyphen = false;
    if (!is_club(pending.form)) continue;
    const Index* first = pending.words.data();
    const Index* last = first + pending.words.size();
    for (const Index* cut = first + 1; cut < last; ++cut) {
      bool own_left = false;
      bool own_right = false;
      if (names(first, cut, pending.form.entry, own_left) &&
          names(cut, last, pending.form.entry, own_right) && !(own_left && own_right)) {
        pending.form.parted_by_hyphen = true;
      }
    }
  }
}

void LexiconBuilder::settle_forms() {
  lexicon_.node_form_.assign(pending_of_node_.size(), kNoIndex);
  lexicon_.starts_form_.assign(vocabulary_.size(), false);
  lexicon_.forms_.reserve(pending_.size());
  std::vector<Index> with_affixes;
  for (std::size_t node = 0; node < pending_of_node_.size(); ++node) {
    const std::vector<Index>& here = pending_of_node_[node];
    if (here.empty()) continue;
    lexicon_.node_form_[node] = static_cast<Index>(lexicon_.forms_.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
      LexiconForm form = pending_[here[i]].form;
      form.more = i + 1 < here.size();
      lexicon_.forms_.push_back(form);
    }
    for (std::size_t i = 0; i < here.size(); ++i) {
      if (pending_[here[i]].affixes)
        with_affixes.push_back(lexicon_.node_form_[node] + static_cast<Index>(i));
    }
  }
  for (Index i : with_affixes) {
    LexiconForm sure = lexicon_.forms_[i];
    sure.weak = false;
    sure.more = false;
    sure.how = How::kAlias;
    lexicon_.forms_[i].sure = static_cast<Index>(lexicon_.forms_.size());
    lexicon_.forms_.push_back(sure);
  }
  lexicon_.ends_affix_.resize(pending_of_node_.size());
  for (Index word : first_words_) lexicon_.starts_form_[word] = true;
  for (const PendingForm& pending : pending_) {
    const Index first = pending.words.front();
    if (first < kFirstNumberKey) lexicon_.starts_form_[first] = true;
  }
}

void LexiconBuilder::bind_epithet(Index epithet, Index club) {
  std::vector<Index>& clubs = lexicon_.epithets_[epithet].clubs;
  if (std::find(clubs.begin(), clubs.end(), club) != clubs.end()) return;
  clubs.push_back(club);
  lexicon_.clubs_[club].epithets.push_back(epithet);
}

void LexiconBuilder::add_reading(std::string_view word, const WordReading& reading) {
  readings_.push_back({vocabulary_.add(word), reading});
}

void LexiconBuilder::settle_readings() {
  // A counting sort by word keeps the order of each word's readings.
  std::vector<Index> starts(vocabulary_.size() + 1);
  for (const PendingReading& pending : readings_) ++starts[pending.word + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<WordReading> sorted(readings_.size());
  {
    std::vector<Index> next(starts.begin(), starts.end() - 1);
    for (const PendingReading& pending : readings_) sorted[next[pending.word]++] = pending.reading;
  }
  lexicon_.readings_of_word_.assign(vocabulary_.size(), IndexRange{});
  lexicon_.word_readings_.reserve(readings_.size());
  for (Index word = 0; word + 1 < starts.size(); ++word) {
    const auto begin = static_cast<Index>(lexicon_.word_readings_.size());
    for (Index i = starts[word]; i < starts[word + 1]; ++i) {
      const bool held = std::any_of(lexicon_.word_readings_.begin() + begin,
                                    lexicon_.word_readings_.end(), [&](const WordReading& old) {
                                      return old.lemma == sorted[i].lemma &&
                                             old.pos == sorted[i].pos &&
                                             old.features == sorted[i].features;
                                    });
      if (!held) lexicon_.word_readings_.push_back(sorted[i]);
    }
    lexicon_.readings_of_word_[word] = {begin, static_cast<Index>(lexicon_.word_readings_.size())};
  }
}

void LexiconBuilder::add_list(WordList list, PartOfSpeech pos) {
  for (WordListEntry& entry : list.entries) {
    for (const FormWord& word : split_form(entry.form)) {
      entry.words.push_back(vocabulary_.add(word.folded));
    }
    // A list of elided words: `dell'` has nothing after its apostrophe.
    if (!entry.form.empty() && entry.form.back() == '\'' && entry.words.size() == 1) {
      entry.words[0] = vocabulary_.add(folded(entry.form));
    }
    if (pos == PartOfSpeech::kOther || entry.words.size() != 1) continue;
    readings_.push_back({entry.words[0], WordReading{entry.words[0], pos, 0}});
  }
  lexicon_.lists_.push_back(std::move(list));
  if (lexicon_.lists_.size() == Lexicon::kMaxLists + 1) {
    report("too-many-lists",
           "at most " + std::to_string(Lexicon::kMaxLists) + " word lists can be held",
           "rules/words", 0);
  }
}

void LexiconBuilder::settle_lists() {
  std::unordered_map<Index, Lexicon::ListSet> lists_of_word;
  lexicon_.preposition_of_word_.assign(vocabulary_.size(), 0);
  for (Index i = 0; i < std::min<std::size_t>(lexicon_.lists_.size(), Lexicon::kMaxLists); ++i) {
    const WordList& list = lexicon_.lists_[i];
    if (list.name == "number") lexicon_.number_list_ = i;
    for (const WordListEntry& entry : list.entries) {
      if (entry.words.size() != 1) continue;
      const Index word = entry.words[0];
      lists_of_word[word][i / 64] |= std::uint64_t{1} << i % 64;
      lexicon_.list_numbers_.push_back({word, i, entry.number});
      if (list.name != "preposition") continue;
      auto& names = lexicon_.prepositions_;
      auto at = std::find(names.begin(), names.end(), entry.value);
      if (at == names.end()) at = names.insert(names.end(), entry.value);
      lexicon_.preposition_of_word_[word] = static_cast<std::uint8_t>(1 + (at - names.begin()));
    }
  }
  std::sort(lexicon_.list_numbers_.begin(), lexicon_.list_numbers_.end());
  lexicon_.list_sets_.assign(1, {});
  lexicon_.list_set_of_word_.assign(vocabulary_.size(), 0);
  std::map<Lexicon::ListSet, std::uint16_t> known;
  for (const auto& [word, lists] : lists_of_word) {
    const auto [at, fresh] =
        known.emplace(lists, static_cast<std::uint16_t>(lexicon_.list_sets_.size()));
    if (fresh) lexicon_.list_sets_.push_back(lists);
    lexicon_.list_set_of_word_[word] = at->second;
  }
}

void LexiconBuilder::add_demonym(std::string_view word, Demonym demonym) {
  demonyms_.emplace_back(vocabulary_.add(word), std::move(demonym));
}

void LexiconBuilder::settle_demonyms() {
  std::stable_sort(demonyms_.begin(), demonyms_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  lexicon_.demonyms_of_word_.assign(vocabulary_.size(), IndexRange{});
  for (auto& [word, demonym] : demonyms_) {
    IndexRange& range = lexicon_.demonyms_of_word_[word];
    if (range.empty()) range.begin = range.end = static_cast<Index>(lexicon_.demonyms_.size());
    lexicon_.demonyms_.push_back(std::move(demonym));
    ++range.end;
  }
}

Lexicon LexiconBuilder::finish(Diagnostics& mistakes) {
  mistakes.insert(mistakes.end(), diagnostics_.begin(), diagnostics_.end());
  settle_hyphens();
  settle_forms();
  settle_demonyms();
  settle_lists();
  settle_readings();
  lexicon_.index_names();
  return std::move(lexicon_);
}

}  // namespace panchina
