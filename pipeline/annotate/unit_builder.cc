#include "annotate/unit_builder.h"

#include <algorithm>

#include "document/features.h"

namespace panchina {

UnitBuilder::UnitBuilder(const Context& context) : context_(context) {
  age_class_ = context.lexicon().find_list("age_class");
  former_ = context.lexicon().find_list("match_former");
  genitive_ = context.lexicon().find_list("genitive");
  trailing_ = context.lexicon().find_list("verb_trailing");
  born_ = context.lexicon().find_list("date_birth");
}

void UnitBuilder::build(Document& document, Index sentence,
                        std::vector<UnitCandidate>& candidates) {
  const IndexRange tokens = document.sentences[sentence].tokens;
  base_ = tokens.begin;
  choose(candidates);
  piece_at_.assign(tokens.size(), kNoIndex);
  for (Index p = 0; p < pieces_.size(); ++p) {
    for (Index i = pieces_[p].tokens.begin; i < pieces_[p].tokens.end; ++i) {
      piece_at_[i - base_] = p;
    }
  }
  match_brackets(document, tokens);
  pending_.clear();
  write_clause(document, sentence, tokens, kNoIndex, candidates);
  // Grows while the brackets inside brackets are written.
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const Pending inside = pending_[i];
    document.readings[document.units[inside.unit].readings.begin].value =
        static_cast<Index>(document.clauses.size());
    write_clause(document, sentence, inside.tokens, inside.unit, candidates);
  }
}

// Keeps the candidates that win: in text order, the longer before the shorter, the stronger where
// two cross.
void UnitBuilder::choose(std::vector<UnitCandidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const UnitCandidate& a, const UnitCandidate& b) {
              if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
              if (a.tokens.end != b.tokens.end) return a.tokens.end > b.tokens.end;
              return a.rank < b.rank;
            });
  pieces_.clear();
  for (Index i = 0; i < candidates.size();) {
    Index end = i;
    std::uint8_t strength = 0;
    while (end < candidates.size() && candidates[end].tokens == candidates[i].tokens) {
      strength = std::max(strength, candidates[end].strength);
      ++end;
    }
    const Piece piece{candidates[i].tokens, i, end};
    bool keep = true;
    while (!pieces_.empty() && pieces_.back().tokens.end > piece.tokens.begin) {
      const Piece& rival = pieces_.back();
      std::uint8_t other = 0;
      for (Index c = rival.first; c < rival.last; ++c) {
        other = std::max(other, candidates[c].strength);
      }
      // What holds another whole wins; of two that cross, the stronger.
      if (piece.tokens.end <= rival.tokens.end || strength <= other) {
        keep = false;
        break;
      }
      pieces_.pop_back();
    }
    if (keep) pieces_.push_back(piece);
    i = end;
  }
}

// `Rossi - che ha giocato nel Lecco - allena il Como`: the dash that ends an aside like a bracket;
// kNoIndex where `dash` opens none.
Index UnitBuilder::aside_end(const Document& document, Index dash, Index end) const {
  constexpr Index kLongest = 24;  // tokens
  const auto free = [&](Index i) {
    return document.tokens[i].space_before && i + 1 < end && document.tokens[i + 1].space_before &&
           piece_at_[i - base_] == kNoIndex;
  };
  const auto lower = [&](Index i) {
    return document.tokens[i].kind == TokenKind::kWord &&
           document.tokens[i].letters == LetterCase::kLower;
  };
  if (!free(dash) || !lower(dash + 1)) return kNoIndex;
  for (Index i = dash + 2; i < end && i <= dash + kLongest; ++i) {
    const Token& token = document.tokens[i];
    if (token.kind != TokenKind::kPunct || token.masked) continue;
    if (token.mark == '-' && free(i)) return lower(i + 1) ? i : kNoIndex;
    if (token.mark == ';' || token.mark == '(' || token.mark == '"') return kNoIndex;
  }
  return kNoIndex;
}

void UnitBuilder::match_brackets(const Document& document, IndexRange tokens) {
  closing_.assign(tokens.size(), kNoIndex);
  open_.clear();
  for (Index i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document.tokens[i];
    if (token.kind != TokenKind::kPunct || token.masked || piece_at_[i - base_] != kNoIndex) {
      continue;
    }
    if (token.mark == '-' && open_.empty()) {
      if (const Index close = aside_end(document, i, tokens.end); close != kNoIndex) {
        closing_[i - base_] = close;
        i = close;
      }
      continue;
    }
    if (token.mark == '(' || token.mark == '[') {
      open_.push_back(i);
    } else if ((token.mark == ')' || token.mark == ']') && !open_.empty()) {
      const char wanted = token.mark == ')' ? '(' : '[';
      // A bracket that was never closed is a mark like others.
      while (open_.size() > 1 && document.tokens[open_.back()].mark != wanted) open_.pop_back();
      if (document.tokens[open_.back()].mark == wanted) {
        closing_[open_.back() - base_] = i;
        open_.pop_back();
      }
    }
  }
}

void UnitBuilder::write_clause(Document& document, Index sentence, IndexRange tokens, Index parent,
                               const std::vector<UnitCandidate>& candidates) {
  Clause clause;
  clause.sentence = sentence;
  clause.parent = parent;
  clause.units.begin = static_cast<Index>(document.units.size());
  for (Index i = tokens.begin; i < tokens.end;) {
    if (document.tokens[i].masked) {
      ++i;
      continue;
    }
    if (const Index p = piece_at_[i - base_]; p != kNoIndex && pieces_[p].tokens.begin == i) {
      write_unit(document, pieces_[p], candidates);
      i = pieces_[p].tokens.end;
      continue;
    }
    const Index close = closing_[i - base_];
    if (close != kNoIndex && close < tokens.end) {
      Unit unit;
      unit.tokens = {i, close + 1};
      unit.span = {document.tokens[i].span.begin, document.tokens[close].span.end};
      unit.readings.begin = static_cast<Index>(document.readings.size());
      document.readings.push_back(Reading{UnitKind::kBracket, How::kName, kNoIndex, 0});
      unit.readings.end = static_cast<Index>(document.readings.size());
      unit.kinds = kind_bit(UnitKind::kBracket);
      unit.line_before = document.tokens[i].line_before;
      unit.transparent = true;
      pending_.push_back({{i + 1, close}, static_cast<Index>(document.units.size())});
      document.units.push_back(unit);
      i = close + 1;
      continue;
    }
    write_token(document, i, i + 1 == tokens.end);
    ++i;
  }
  clause.units.end = static_cast<Index>(document.units.size());
  std::uint32_t kinds = 0;
  for (Index u = clause.units.begin; u < clause.units.end; ++u) kinds |= document.units[u].kinds;
  mark_transparent(document, clause.units);
  if ((kinds & kind_bit(UnitKind::kDate)) != 0) mark_birth_dates(document, clause.units);
  document.clauses.push_back(clause);
}

void UnitBuilder::write_unit(Document& document, const Piece& piece,
                             const std::vector<UnitCandidate>& candidates) {
  Unit unit;
  unit.tokens = piece.tokens;
  unit.span = {document.tokens[piece.tokens.begin].span.begin,
               document.tokens[piece.tokens.end - 1].span.end};
  const NormSpan own = candidates[piece.first].span;
  if (!own.empty()) {
    // A mention that begins inside an elision (`nell'81`) leaves the word a unit of its own.
    if (own.begin > unit.span.begin && piece.tokens.size() > 1) {
      write_token(document, piece.tokens.begin, false);
      unit.tokens.begin += 1;
    }
    unit.span = own;
  }
  unit.line_before = document.tokens[unit.tokens.begin].line_before;
  unit.readings.begin = static_cast<Index>(document.readings.size());
  for (Index c = piece.first; c < piece.last; ++c) {
    const bool again = (unit.kinds & kind_bit(candidates[c].reading.kind)) != 0 &&
                       candidates[c].reading.kind == UnitKind::kPlace;
    if (again) continue;
    document.readings.push_back(candidates[c].reading);
    unit.kinds |= kind_bit(candidates[c].reading.kind);
    if (unit.word == 0) unit.word = candidates[c].head;
  }
  unit.readings.end = static_cast<Index>(document.readings.size());
  if (unit.word == 0 && unit.tokens.size() == 1) {
    unit.word = document.tokens[unit.tokens.begin].word;
  }
  document.units.push_back(unit);
}

namespace {

// `1,67 punti a partita`: the digits behind a decimal's mark.
bool is_fraction(const Document& document, Index i) {
  constexpr std::size_t kDigits = 2;
  if (i < 2 || i >= document.tokens.size()) return false;
  const Token& token = document.tokens[i];
  const Token& mark = document.tokens[i - 1];
  const Token& whole = document.tokens[i - 2];
  return (mark.mark == ',' || mark.mark == '.') && whole.kind == TokenKind::kNumber &&
         token.kind == TokenKind::kNumber && !mark.space_before && !token.space_before &&
         !mark.line_before && !token.line_before && whole.span.size() <= kDigits &&
         token.span.size() <= kDigits;
}

}  // namespace

void UnitBuilder::write_token(Document& document, Index i, bool last_of_clause) {
  const Token& token = document.tokens[i];
  Unit& unit = document.units.emplace_back();
  unit.tokens = {i, i + 1};
  unit.span = token.span;
  unit.line_before = token.line_before;
  unit.word = token.word;
  switch (token.kind) {
    case TokenKind::kWord:
      unit.kinds = kind_bit(UnitKind::kWord);
      unit.transparent = context_.at(i).any(cue_bits(CueClass::kBareArticle, CueClass::kNewWord));
      break;
    case TokenKind::kNumber:
      if (is_fraction(document, i) || is_fraction(document, i + 2)) {  // it counts nothing
        unit.kinds = kind_bit(UnitKind::kWord);
        break;
      }
      unit.kinds = kind_bit(UnitKind::kNumber);
      unit.readings.begin = static_cast<Index>(document.readings.size());
      document.readings.push_back(Reading{UnitKind::kNumber, How::kName, token.number, 0});
      unit.readings.end = static_cast<Index>(document.readings.size());
      break;
    case TokenKind::kPunct: {
      const bool ends = token.mark == ';' || token.mark == '!' || token.mark == '?' ||
                        (token.mark == '.' && !last_of_clause && i + 1 < document.tokens.size() &&
                         document.tokens[i + 1].space_before && context_.at(i + 1).has(kCapital) &&
                         i > 0 && document.tokens[i - 1].span.size() > 4);
      unit.kinds = kind_bit(ends ? UnitKind::kBreak : UnitKind::kPunct);
      // Between the columns of a table (`|`, `Lecco...... 30`); what marks a note (`Lecco* 30`).
      unit.transparent = token.mark == '|' || token.mark == '*' || leads_to_column(document, i);
      break;
    }
  }
}

// One of the dots that lead from a name to its number: four or more.
bool UnitBuilder::leads_to_column(const Document& document, Index token) {
  constexpr Index kFewest = 4;
  const auto dots_on = [&](Index step) {
    Index found = 0;
    for (Index i = token + step; found < kFewest && i < document.tokens.size(); i += step) {
      if (document.tokens[i].kind != TokenKind::kPunct || document.tokens[i].mark != '.') break;
      ++found;
    }
    return found;
  };
  return document.tokens[token].mark == '.' && dots_on(1) + dots_on(kNoIndex) + 1 >= kFewest;
}

// `l'ungherese Rossi`, `il fiorentino Rossi`: where a person is from. `il tecnico berico Rossi` has
// a head of its own.
bool UnitBuilder::says_origin(const Document& document, const Unit& unit) const {
  const Token& token = document.tokens[unit.tokens.begin];
  return unit.tokens.size() == 1 && token.kind == TokenKind::kWord &&
         token.letters == LetterCase::kLower && unit.tokens.begin > base_ &&
         !context_.at(unit.tokens.begin - 1).has(kInRoleForm) &&
         !context_.lexicon().demonyms(token.word).empty();
}

// `gli sloveni del Gorica`, `i bianconeri del Cesena`: one club, named behind.
bool UnitBuilder::describes_club_behind(const Document& document, Index unit,
                                        IndexRange units) const {
  const auto how = [&](Index at) {
    const Unit& one = document.units[at];
    if (one.readings.empty()) return How::kWeak;
    const Reading& reading = document.readings[one.readings.begin];
    return reading.kind == UnitKind::kClub ? reading.how : How::kWeak;
  };
  if (unit + 2 >= units.end || unit == units.begin) return false;
  const Token& token = document.tokens[document.units[unit].tokens.begin];
  if (token.letters != LetterCase::kLower) return false;
  const Unit& before = document.units[unit - 1];
  if (!before.transparent && context_.lexicon().preposition(before.word) == kNoIndex) return false;
  if (how(unit) != How::kEpithet && how(unit) != How::kDescriptor) return false;
  const Unit& of = document.units[unit + 1];
  if (!context_.lexicon().in_list(of.word, genitive_)) return false;
  return how(unit + 2) == How::kName || how(unit + 2) == How::kAlias;
}

// `tocca a Rossi, del '72: due gol`: the year in which he was born, behind his name and closed by a
// mark.
bool UnitBuilder::is_year_of_man(const Document& document, Index unit, IndexRange units) const {
  constexpr Index kLead = 3;  // units: the man, a comma, `del`
  if (unit < units.begin + kLead) return false;
  const auto is_punct = [&](Index at) {
    return (document.units[at].kinds & kind_bit(UnitKind::kPunct)) != 0;
  };
  const Reading* date = reading_of(document, unit, UnitKind::kDate);
  return date != nullptr && (date->features & kDateYear) != 0 &&
         context_.lexicon().in_list(document.units[unit - 1].word, genitive_) &&
         document.tokens[document.units[unit - 2].tokens.begin].mark == ',' &&
         (document.units[unit - kLead].kinds & kind_bit(UnitKind::kPerson)) != 0 &&
         (unit + 1 == units.end || is_punct(unit + 1));
}

// `nato a Lodi il 3 marzo 1950, allena`, `classe 1980, allena`, `data di nascita: 3/3/1950`: the
// first date behind the verb or word, with no other verb between; behind a comma it must be a day
// that another mark closes.
void UnitBuilder::mark_birth_dates(Document& document, IndexRange units) const {
  constexpr std::uint32_t kDateBit = kind_bit(UnitKind::kDate);
  const auto token_of = [&](Index u) -> const Token& {
    return document.tokens[document.units[u].tokens.begin];
  };
  bool told = false;  // by a verb
  for (Index u = units.begin; u < units.end; ++u)
    told = told || (document.units[u].kinds & kind_bit(UnitKind::kVerb)) != 0;
  bool born = false;
  bool comma = false;
  for (Index u = units.begin; u < units.end; ++u) {
    Unit& unit = document.units[u];
    if ((unit.kinds & kind_bit(UnitKind::kVerb)) != 0) {
      const VerbGroup* verb = verb_of(document, u);
      born = verb != nullptr && context_.lexicon().in_list(verb->lemma, born_);
      comma = false;
    } else if (born && (unit.kinds & kind_bit(UnitKind::kDate)) != 0) {
      const Index next = u + 1;
      const bool closed =
          next == units.end || (document.units[next].kinds & kind_bit(UnitKind::kPunct)) != 0;
      unit.of_birth = !comma || closed;
      born = false;
    } else if ((unit.kinds & kDateBit) != 0 && is_year_of_man(document, u, units)) {
      unit.of_birth = true;
    } else if (context_.lexicon().in_list(unit.word, born_)) {
      // `classe 1980`; where no verb tells it, right behind the word: `data di nascita: 3/3/1950`
      const Index next = u + 1;
      born = told || (next < units.end &&
                      ((document.units[next].kinds & kDateBit) != 0 || token_of(next).mark == ':'));
      comma = false;
    } else if ((unit.kinds & kind_bit(UnitKind::kPunct)) != 0) {
      comma = comma || document.tokens[unit.tokens.begin].mark == ',';
    }
  }
}

// A title, an age or the dot of an abbreviation before a name.
bool UnitBuilder::leads_to_name(const Document& document, const Unit& unit) const {
  if ((unit.kinds & kind_bit(UnitKind::kAge)) != 0) return true;
  if (unit.tokens.size() != 1) return false;
  const Index token = unit.tokens.begin;
  const bool dot =
      document.tokens[token].mark == '.' && (unit.kinds & kind_bit(UnitKind::kPunct)) != 0;
  return dot || context_.at(token).is(CueClass::kTitle);
}

// `sostituì poi Rossi`: an adverb between a finite verb, which stands right before it, and what
// follows.
bool UnitBuilder::trails_verb(const Document& document, Index unit, IndexRange units) const {
  if (unit + 1 >= units.end) return false;
  if (!context_.lexicon().in_list(document.units[unit].word, trailing_)) return false;
  const VerbGroup* verb = verb_of(document, unit - 1);
  constexpr auto kMarks = kind_bit(UnitKind::kPunct) | kind_bit(UnitKind::kBreak);
  return verb != nullptr && verb->form == Form::kFinite && !verb->unsure &&
         (document.units[unit + 1].kinds & kMarks) == 0;
}

// `Lecco U19`, `Lecco Under 17`: the age of its young.
bool UnitBuilder::leads_to_age_class(const Document& document, Index club, IndexRange units) const {
  constexpr std::size_t kDigits = 2;
  if (club + 2 >= units.end) return false;
  const Unit& word = document.units[club + 1];
  const Unit& age = document.units[club + 2];
  return context_.lexicon().in_list(document.tokens[word.tokens.begin].word, age_class_) &&
         word.tokens.size() == 1 && age.tokens.size() == 1 &&
         (age.kinds & kind_bit(UnitKind::kNumber)) != 0 && age.span.size() == kDigits;
}

// Titles and ages before a person or role, where a person is from, the dots of abbreviations, and
// adverbs behind a verb.
void UnitBuilder::mark_transparent(Document& document, IndexRange units) const {
  bool name_follows = false;
  bool person_follows = false;
  const auto is_behind_verb = [&](Index u) {
    return u > units.begin && (document.units[u - 1].kinds & kind_bit(UnitKind::kVerb)) != 0;
  };
  for (Index u = units.end; u-- > units.begin;) {
    Unit& unit = document.units[u];
    if ((name_follows && leads_to_name(document, unit)) ||
        (person_follows && says_origin(document, unit))) {
      unit.transparent = true;
      continue;
    }
    if (!unit.transparent && is_behind_verb(u)) {
      unit.transparent = trails_verb(document, u, units);
    }
    if (unit.transparent) continue;
    if (person_follows && u > units.begin && (unit.kinds & kind_bit(UnitKind::kClub)) != 0 &&
        context_.lexicon().in_list(document.units[u - 1].word, former_)) {
      unit.transparent = document.units[u - 1].transparent = true;  // `l'ex Lecce Aldo Rossi`
      continue;
    }
    if ((unit.kinds & kind_bit(UnitKind::kClub)) != 0 &&
        describes_club_behind(document, u, units)) {
      unit.transparent = document.units[u + 1].transparent = true;
      unit.kinds = kind_bit(UnitKind::kWord);  // no pattern takes it for a club of its own
      continue;
    }
    if ((unit.kinds & kind_bit(UnitKind::kClub)) != 0 && leads_to_age_class(document, u, units)) {
      for (const Index part : {u + 1, u + 2}) {
        document.units[part].transparent = true;
        document.units[part].kinds = kind_bit(UnitKind::kWord);  // no number of anything
      }
    }
    person_follows = (unit.kinds & kind_bit(UnitKind::kPerson)) != 0;
    name_follows = person_follows || (unit.kinds & kind_bit(UnitKind::kRole)) != 0;
  }
}

}  // namespace panchina
