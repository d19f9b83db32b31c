#include "match/hand_units.h"

#include <algorithm>
#include <map>

#include "document/features.h"
#include "rule/pattern_parser.h"
#include "scan/scanner.h"
#include "text/fold.h"
#include "text/normalization_tables.h"

namespace panchina {

namespace {

const std::map<std::string, std::uint32_t, std::less<>> kFeatures = {
    {"day", kDateDay},        {"month", kDateMonth},   {"year", kDateYear},
    {"range", kDateRange},    {"season", kDateSeason}, {"duration", kDateDuration},
    {"from", kDateFrom},      {"until", kDateUntil},   {"vacant", kRoleVacant},
    {"youth", kClubYouthSide}};

class Builder {
 public:
  Builder(std::string_view text, const Vocabulary& vocabulary, const Lexicon& lexicon)
      : text_(text), vocabulary_(vocabulary), lexicon_(lexicon) {}

  Document build() {
    // The plain text first: the layers point into it.
    document_.sections.push_back({});
    Pieces pieces = parse();
    std::string plain;
    for (Piece& piece : pieces) {
      piece.begin = static_cast<std::uint32_t>(plain.size());
      plain += piece.text;
      piece.end = static_cast<std::uint32_t>(plain.size());
      plain += piece.line_end ? '\n' : ' ';
    }
    document_.text = Text::normalize(plain, NormalizationTables{});
    std::size_t at = 0;
    bool blank = true;
    while (at < pieces.size()) {
      if (blank) start_block(pieces[at]);
      const bool row = document_.blocks.back().label == BlockLabel::kTable;
      std::size_t end = at;
      while (end < pieces.size() && !pieces[end].line_end) ++end;
      end = std::min(end + 1, pieces.size());
      add_sentence(pieces, at, end, row);
      blank = pieces[end - 1].block_end;
      at = end;
    }
    document_.sections[0].blocks = {0, static_cast<Index>(document_.blocks.size())};
    return std::move(document_);
  }

 private:
  struct Piece {
    std::string kind;  // empty: a word or mark
    std::vector<std::string> features;
    std::string text;
    bool transparent = false;
    bool line_end = false, block_end = false;
    char block = 0;  // '#', '|' at a block's start
    std::uint32_t begin = 0, end = 0;
  };
  using Pieces = std::vector<Piece>;

  Pieces parse() {
    Pieces out;
    char block = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (c == '\n') {
        if (!out.empty()) {
          if (out.back().line_end) out.back().block_end = true;
          out.back().line_end = true;
        }
        ++at;
        if (at < text_.size() && (text_[at] == '#' || text_[at] == '|') && !out.empty()) {
          out.back().block_end = true;
        }
        continue;
      }
      if (c == ' ') {
        ++at;
        continue;
      }
      if ((c == '#' || c == '|') && (out.empty() || out.back().line_end)) {
        block = c;
        ++at;
        continue;
      }
      Piece piece;
      piece.block = block;
      block = 0;
      if (c == '~') piece.transparent = true, ++at;
      std::size_t end = at;
      while (end < text_.size() && text_[end] != ' ' && text_[end] != '\n' && text_[end] != '[') {
        ++end;
      }
      std::string_view word = text_.substr(at, end - at);
      at = end;
      if (end < text_.size() && text_[end] == '[') {
        const std::size_t close = text_.find(']', end);
        piece.text = std::string(text_.substr(end + 1, close - end - 1));
        at = close + 1;
        const std::size_t paren = word.find('(');
        piece.kind = std::string(word.substr(0, paren));
        if (paren != word.npos) {
          std::string_view list = word.substr(paren + 1, word.size() - paren - 2);
          while (!list.empty()) {
            const std::size_t comma = std::min(list.find(','), list.size());
            piece.features.emplace_back(list.substr(0, comma));
            list.remove_prefix(std::min(list.size(), comma + 1));
          }
        }
      } else {
        piece.text = std::string(word);
      }
      out.push_back(std::move(piece));
    }
    if (!out.empty()) out.back().line_end = true;
    return out;
  }

  void start_block(const Piece& first) {
    Block block;
    block.label = first.block == '#'   ? BlockLabel::kHeading
                  : first.block == '|' ? BlockLabel::kTable
                                       : BlockLabel::kBody;
    for (Index i = static_cast<Index>(document_.blocks.size()); i > 0; --i) {
      if (document_.blocks[i - 1].label == BlockLabel::kHeading) {
        block.heading = i - 1;
        break;
      }
    }
    document_.blocks.push_back(block);
  }

  void add_sentence(const Pieces& pieces, std::size_t begin, std::size_t end, bool row) {
    Sentence sentence;
    sentence.block = static_cast<Index>(document_.blocks.size() - 1);
    sentence.row = row;
    const auto index = static_cast<Index>(document_.sentences.size());
    document_.sentences.push_back(sentence);
    add_clause(pieces, begin, end, index, kNoIndex);
  }

  void add_clause(const Pieces& pieces, std::size_t begin, std::size_t end, Index sentence,
                  Index parent) {
    const auto clause = static_cast<Index>(document_.clauses.size());
    document_.clauses.push_back({{}, sentence, parent});
    struct Inside {
      Index unit;
      std::size_t begin, end;
    };
    std::vector<Inside> insides;
    const auto first = static_cast<Index>(document_.units.size());
    for (std::size_t at = begin; at < end; ++at) {
      if (pieces[at].text == "(" && pieces[at].kind.empty()) {
        std::size_t close = at + 1;
        for (int depth = 1; close < end; ++close) {
          if (pieces[close].text == "(") ++depth;
          if (pieces[close].text == ")" && --depth == 0) break;
        }
        Unit unit;
        unit.kinds = kind_bit(UnitKind::kBracket);
        unit.transparent = true;
        unit.tokens = {static_cast<Index>(document_.tokens.size()), 0};
        add_tokens(pieces[at]);
        unit.tokens.end = static_cast<Index>(document_.tokens.size());
        unit.span = {pieces[at].begin, pieces[std::min(close, end - 1)].end};
        insides.push_back({static_cast<Index>(document_.units.size()), at + 1, close});
        document_.units.push_back(unit);
        at = close;
        continue;
      }
      add_unit(pieces[at], at == begin);
    }
    document_.clauses[clause].units = {first, static_cast<Index>(document_.units.size())};
    for (const Inside& inside : insides) {
      const auto inner = static_cast<Index>(document_.clauses.size());
      Unit& unit = document_.units[inside.unit];
      unit.readings.begin = static_cast<Index>(document_.readings.size());
      document_.readings.push_back({UnitKind::kBracket, How::kName, inner, 0});
      unit.readings.end = static_cast<Index>(document_.readings.size());
      add_clause(pieces, inside.begin, inside.end, sentence, inside.unit);
    }
  }

  void add_tokens(const Piece& piece) {
    std::vector<Token> tokens;
    // An elision is one only before a letter.
    const bool elided = piece.text.ends_with('\'');
    Scanner::tokenize(elided ? piece.text + "a" : piece.text, vocabulary_, tokens);
    if (elided) tokens.pop_back();
    for (Token token : tokens) {
      token.span.begin += piece.begin;
      token.span.end += piece.begin;
      document_.tokens.push_back(token);
    }
  }

  void add_unit(const Piece& piece, bool line_before) {
    Unit unit;
    unit.span = {piece.begin, piece.end};
    unit.line_before = line_before;
    unit.transparent = piece.transparent;
    unit.tokens.begin = static_cast<Index>(document_.tokens.size());
    add_tokens(piece);
    unit.tokens.end = static_cast<Index>(document_.tokens.size());
    unit.readings.begin = unit.readings.end = static_cast<Index>(document_.readings.size());
    const Token& token = document_.tokens[unit.tokens.begin];
    if (unit.tokens.size() == 1) unit.word = token.word;
    if (piece.kind.empty()) {
      if (token.kind == TokenKind::kPunct) {
        const bool breaks = token.mark == ';' || token.mark == '.';
        unit.kinds = kind_bit(breaks ? UnitKind::kBreak : UnitKind::kPunct);
      } else {
        unit.kinds = kind_bit(UnitKind::kWord);
      }
    } else {
      add_readings(piece, unit);
    }
    document_.units.push_back(unit);
  }

  void add_readings(const Piece& piece, Unit& unit) {
    // `club/place[Roma]` has two readings.
    std::string_view kinds = piece.kind;
    while (!kinds.empty()) {
      const std::size_t slash = std::min(kinds.find('/'), kinds.size());
      const std::string_view kind = kinds.substr(0, slash);
      kinds.remove_prefix(std::min(kinds.size(), slash + 1));
      Reading reading;
      if (kind == "verb") {
        reading.kind = UnitKind::kVerb;
        VerbGroup group;
        group.lemma = vocabulary_.find(folded(piece.features[0]));
        for (std::size_t i = 1; i < piece.features.size(); ++i) {
          reading.features |= verb_feature(piece.features[i]);
          group.plural = group.plural || piece.features[i] == "plural";
        }
        group.person = 3;
        reading.value = static_cast<Index>(document_.verbs.size());
        document_.verbs.push_back(group);
      } else if (kind == "pronoun") {
        reading.kind = UnitKind::kPronoun;
      } else {
        reading.kind = static_cast<UnitKind>(__builtin_ctz(slot_type_kinds(kind)));
        for (const std::string& feature : piece.features) {
          const auto known = kFeatures.find(feature);
          if (known != kFeatures.end()) reading.features |= known->second;
        }
        if (reading.kind == UnitKind::kScore) {
          Score score;
          score.first = static_cast<std::uint8_t>(piece.text[0] - '0');
          score.second = static_cast<std::uint8_t>(piece.text[2] - '0');
          reading.value = static_cast<Index>(document_.scores.size());
          document_.scores.push_back(score);
        } else if (reading.kind == UnitKind::kNumber || reading.kind == UnitKind::kOrdinal) {
          reading.value = static_cast<Index>(std::stoi(piece.text));
        } else if (reading.kind == UnitKind::kClub) {
          reading.value = lexicon_.find_club(slug(piece.text));
        }
      }
      unit.kinds |= kind_bit(reading.kind);
      document_.readings.push_back(reading);
    }
    unit.readings.end = static_cast<Index>(document_.readings.size());
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  const Lexicon& lexicon_;
  Document document_;
};

}  // namespace

Document hand_document(std::string_view text, const Vocabulary& vocabulary,
                       const Lexicon& lexicon) {
  return Builder(text, vocabulary, lexicon).build();
}

}  // namespace panchina
